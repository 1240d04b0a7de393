-- What one process of the cluster does at a time: who does it, and until when that is believed.
create table lease (
    name   text primary key,
    holder uuid        not null,
    until  timestamptz not null
);
