-- An upload is claimed while it is worked on, and once more for the message about its end; see
-- next_claim_token of the kit.
alter table csv_upload rename column worker to claimed_by;
alter table csv_upload rename column lease_until to claimed_until;
alter table csv_upload add column claim_token bigint not null default 1;
-- When the job start of an upload in UNCLEAR is looked up again.
alter table csv_upload add column look_again_at timestamptz;
update csv_upload set look_again_at = claimed_until where state = 'UNCLEAR' and claimed_by is null;
update csv_upload set claimed_until = null where claimed_by is null;
alter table csv_upload add check ((claimed_by is null) = (claimed_until is null));
create trigger csv_upload_claim before update of claimed_by on csv_upload for each row
  when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();

update csv_upload
set notice_state = 'UNCLEAR', notice_failure = 'The instance that sent the message stopped meanwhile'
where notice_state = 'SENDING';
drop index csv_upload_notice;
alter table csv_upload drop column notice_lease_until;
create index csv_upload_notice on csv_upload (ended_at)
    where notice_state in ('WAITING', 'SENDING');
