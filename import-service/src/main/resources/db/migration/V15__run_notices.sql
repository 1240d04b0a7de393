-- People of an organisation are told, in the channels that they choose, when sets begin to fail and
-- when they are well again.
alter table slack_channel add column tells_runs boolean not null default false;
alter table slack_channel add check (not tells_runs or organisation_id is not null);

-- What was told last of a set; also where nobody listened.
alter table raw_data add column told_failing boolean not null default false;

-- One message; SENDING is committed before Slack is called.
create table run_notice (
  id uuid primary key default gen_random_uuid(),
  channel_id text not null,
  organisation_id uuid not null,
  -- Sets as they were: id, format, customerId, account, code.
  failed jsonb not null,
  well jsonb not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'SENT', 'UNCLEAR', 'REFUSED')),
  failure text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  claimed_by text,
  claimed_until timestamptz,
  claim_token bigint not null default 1,
  check ((claimed_by is null) = (claimed_until is null)),
  check ((state in ('SENT', 'UNCLEAR', 'REFUSED')) = (ended_at is not null))
);
create trigger run_notice_claim before update of claimed_by on run_notice for each row
  when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();
create index run_notice_open on run_notice (created_at) where ended_at is null;
create index run_notice_ended on run_notice (ended_at);
create index run_notice_by_organisation on run_notice (organisation_id);
