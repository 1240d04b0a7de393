-- Uploads are of the organisation whose channel they were shared in. As long as nobody has the
-- channel they are nobody's, and only operators see them.
create table slack_channel (
  id text primary key,
  organisation_id uuid,
  connected_by text,
  connected_at timestamptz,
  first_seen_at timestamptz not null default now(),
  check ((organisation_id is null) = (connected_by is null)
         and (organisation_id is null) = (connected_at is null))
);
create index slack_channel_by_organisation on slack_channel (organisation_id);
insert into slack_channel (id, first_seen_at)
select channel_id, min(received_at) from csv_upload group by channel_id;

alter table csv_upload add column organisation_id uuid;
create index csv_upload_by_organisation on csv_upload (organisation_id);
create index csv_upload_of_nobody on csv_upload (channel_id) where organisation_id is null;
