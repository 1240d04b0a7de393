-- What one process of the cluster does at a time: who does it, and until when that is believed.
create table lease (
    name    text primary key,
    holder  uuid        not null,
    -- Process id and host of the holder, for people: in a cluster the host is the pod.
    process text        not null,
    until   timestamptz not null
);
