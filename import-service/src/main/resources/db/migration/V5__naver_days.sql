-- What NAVER really gives: days that are late or cannot be right, names that are never lost, and
-- report jobs that are deleted after their run.

-- Names are kept for ever; when one was last replaced by another.
alter table entity_name add column changed_at timestamptz;

-- Up to when the changes of an account's entities are known. Emptied together with entity_name, or
-- not at all.
create table name_source (
  customer_id text not null,
  item text not null check (item in ('CAMPAIGN', 'AD_GROUP', 'KEYWORD')),
  taken_at timestamptz not null,
  primary key (customer_id, item)
);

-- Sums of a day as NAVER gave it, and what the run did with it.
alter table run_day
  add column outcome text not null default 'READ'
    check (outcome in ('READ', 'LATE', 'DOUBTFUL')),
  add column impressions bigint,
  add column clicks bigint,
  add column cost numeric,
  add column conversions bigint,
  add column revenue bigint;

-- Days that a run left out, because NAVER had not finished them or because they cannot be right.
alter table run
  add column missing_days date[] not null default '{}',
  add column doubtful_days date[] not null default '{}';
create index run_incomplete on run (ended_at)
  where state = 7 and (missing_days <> '{}' or doubtful_days <> '{}');

alter table run drop constraint run_trigger_check;
alter table run add constraint run_trigger_check
  check (trigger in ('PERSON', 'BATCH', 'DEAD_LETTER', 'LATE_DAY'));
-- A run that fetches a late day again belongs to the batch of the run that missed it.
alter table run drop constraint run_check1;
alter table run add constraint run_batch_has_date
  check (trigger <> 'BATCH' or batch_date is not null);

-- Report jobs of ours that stand at NAVER, so that they are deleted although their run is over.
create table naver_job (
  customer_id text not null,
  job_id bigint not null,
  api_key_id uuid not null references api_key,
  run_id uuid not null,
  ordered_at timestamptz not null default now(),
  primary key (customer_id, job_id)
);

-- NAVER keeps the reports of whole days for 365 days.
alter table raw_data drop constraint raw_data_history_days_check;
alter table raw_data add constraint raw_data_history_days_check
  check (history_days between 1 and 365);

-- When people were told that the days a run left out are not waited for any longer today.
alter table run add column gaps_given_up_at timestamptz;
