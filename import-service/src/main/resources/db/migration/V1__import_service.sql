-- What the service must never get wrong is held here: unique indexes, checks and one trigger.

create table api_key (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  -- SHA-256 of the licence, hex: finds the key of a licence without opening a sealed one.
  licence_fingerprint text not null unique,
  sealed_licence text not null,
  sealed_secret text not null,
  created_at timestamptz not null default now(),
  version integer not null default 0
);

-- The people who share a key.
create table api_key_member (
  api_key_id uuid not null references api_key,
  subject text not null,
  joined_at timestamptz not null default now(),
  primary key (api_key_id, subject)
);
create index api_key_member_subject on api_key_member (subject);

create table ad_account (
  api_key_id uuid not null references api_key,
  customer_id text not null check (customer_id ~ '^[0-9]{1,18}$'),
  name text not null check (length(name) between 1 and 100),
  added_at timestamptz not null default now(),
  primary key (api_key_id, customer_id)
);

-- Formats are data of the program (one more entry makes one more format), so none is listed here.
create table raw_data (
  id uuid primary key,
  owner text not null,
  api_key_id uuid not null,
  customer_id text not null,
  format text not null,
  spreadsheet_id text not null,
  template_spreadsheet_id text,
  history_days integer not null check (history_days between 1 and 180),
  update_days integer not null check (update_days between 1 and 180),
  schedule_enabled boolean not null,
  newest_run_id uuid,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  version integer not null default 0,
  foreign key (api_key_id, customer_id) references ad_account
);
-- One set per tab: the tab's title derives from format and account.
create unique index raw_data_one_per_tab on raw_data (spreadsheet_id, customer_id, format)
  where deleted_at is null;
create index raw_data_by_owner on raw_data (owner, created_at desc) where deleted_at is null;
create index raw_data_scheduled on raw_data (id) where schedule_enabled and deleted_at is null;
create index raw_data_by_account on raw_data (api_key_id, customer_id, format);

-- The first answer to a POST, by the Idempotency-Key that came with it.
create table idempotent_answer (
  owner text not null,
  idempotency_key text not null,
  request_hash text not null,
  answer text,
  created_at timestamptz not null default now(),
  primary key (owner, idempotency_key)
);
create index idempotent_answer_age on idempotent_answer (created_at);

create table batch (
  date date primary key,
  started_by text not null,
  started_at timestamptz not null default now(),
  runs_queued integer not null default 0,
  sets_skipped integer not null default 0
);

-- What a batch expected of each key when it started.
create table batch_key (
  batch_date date not null references batch,
  api_key_id uuid not null references api_key,
  runs integer not null,
  plan_calls bigint not null,
  plan_rows bigint not null,
  expected_end timestamptz not null,
  primary key (batch_date, api_key_id)
);

create table run (
  id uuid primary key,
  -- Age in the queue; runs queued by one statement still have an order.
  queue_number bigint generated always as identity,
  raw_data_id uuid not null references raw_data,
  -- Both as in the set, because they decide what shares which rate.
  api_key_id uuid not null references api_key,
  customer_id text not null,
  kind text not null check (kind in ('CREATE', 'UPDATE')),
  trigger text not null check (trigger in ('PERSON', 'BATCH', 'DEAD_LETTER')),
  batch_date date references batch,
  state smallint not null check (state between 0 and 7),
  state_since timestamptz not null default now(),
  first_day date not null,
  last_day date not null,
  -- The plan, as it was when the run was queued.
  plan_calls bigint not null,
  plan_rows bigint not null,
  rows_basis text not null check (rows_basis in ('SET_HISTORY', 'ACCOUNT_HISTORY', 'DEFAULT')),
  executor text not null default 'LOCAL' check (executor in ('LOCAL', 'JOB')),
  queued_at timestamptz not null default now(),
  claimed_at timestamptz,
  ended_at timestamptz,
  worker text,
  lease_until timestamptz,
  days_done integer not null default 0,
  rows_fetched bigint not null default 0,
  rows_written bigint not null default 0,
  tab_rows bigint,
  last_event_at timestamptz,
  failure_code text,
  failure_reason text,
  check (first_day <= last_day),
  check ((trigger = 'BATCH') = (batch_date is not null)),
  check ((state = 0) = (failure_code is not null)),
  check ((failure_code is null) = (failure_reason is null)),
  check ((state in (0, 7)) = (ended_at is not null)),
  -- A worker holds a run only while it fetches, and only with a lease.
  check ((worker is null) = (lease_until is null)),
  check (worker is null or state = 4)
);
create unique index run_one_live_per_set on run (raw_data_id) where state between 1 and 6;
create index run_live_by_key on run (api_key_id, state) where state between 1 and 6;
create index run_by_set on run (raw_data_id, queue_number desc);
create index run_by_batch on run (batch_date, api_key_id) where batch_date is not null;
create index run_last_event on run (last_event_at);
create index run_ended on run (ended_at);

alter table raw_data add foreign key (newest_run_id) references run;

create table run_log (
  id bigint generated always as identity primary key,
  run_id uuid not null references run,
  state smallint not null check (state between 0 and 7),
  at timestamptz not null default clock_timestamp(),
  note text
);
create index run_log_by_run on run_log (run_id, id);

-- A run's state only moves forward; what has ended stays as it ended.
create function refuse_backward_run() returns trigger language plpgsql as $$
begin
  raise exception 'run % cannot go from state % to %', old.id, old.state, new.state
    using errcode = 'check_violation';
end
$$;

create trigger run_moves_forward before update of state on run for each row
  when (new.state is distinct from old.state
        and (old.state in (0, 7)
             or new.state <> 0 and new.state < old.state
             or new.state = 2))
  execute function refuse_backward_run();

-- Rows a day that a set produces, from what its account and format produced before. Sets without any
-- history are not in it.
create view rows_per_day as
select raw_data.id as raw_data_id,
       coalesce(own.rows_per_day, account.rows_per_day) as rows_per_day,
       case when own.rows_per_day is not null then 'SET_HISTORY' else 'ACCOUNT_HISTORY' end as basis
from raw_data
left join lateral (
  select run.rows_fetched::double precision / (run.last_day - run.first_day + 1) as rows_per_day
  from run
  where run.raw_data_id = raw_data.id and run.state = 7
  order by run.queue_number desc
  limit 1) own on true
left join lateral (
  select run.rows_fetched::double precision / (run.last_day - run.first_day + 1) as rows_per_day
  from raw_data sibling
  join run on run.raw_data_id = sibling.id
  where own.rows_per_day is null
    and sibling.api_key_id = raw_data.api_key_id
    and sibling.customer_id = raw_data.customer_id and sibling.format = raw_data.format
    and run.state = 7
  order by run.queue_number desc
  limit 1) account on true
where own.rows_per_day is not null or account.rows_per_day is not null;

-- Calls to NAVER that a run still has to make.
create function calls_left(run) returns double precision language sql immutable as $$
  select $1.plan_calls * (1 - $1.days_done::double precision / ($1.last_day - $1.first_day + 1))
$$;

-- What people see of the newest run of each set, and what stands before it in the queue of its key.
create view run_status as
select raw_data.id as raw_data_id, raw_data.owner, raw_data.format,
       run.id as run_id, run.kind, run.trigger, run.state, run.state_since, run.queued_at,
       run.claimed_at, run.ended_at, run.days_done, run.last_day - run.first_day + 1 as days,
       run.plan_calls, run.plan_rows, run.rows_basis, run.rows_fetched, run.rows_written,
       run.failure_code, run.failure_reason, now() as seen_at,
       case when run.state in (1, 2) then ahead.waiting + 1 end as position,
       ahead.key_calls, ahead.account_calls
from raw_data
join run on run.raw_data_id = raw_data.id and run.id = raw_data.newest_run_id
cross join lateral (
  select count(*) filter (where other.state in (1, 2)) as waiting,
         coalesce(sum(left_over.calls), 0) as key_calls,
         coalesce(sum(left_over.calls) filter (where other.customer_id = run.customer_id), 0)
           as account_calls
  from run other
  cross join lateral calls_left(other) as left_over (calls)
  where other.api_key_id = run.api_key_id and other.id <> run.id and run.state between 1 and 4
    and (other.state in (3, 4)
         or other.state in (1, 2) and run.state in (1, 2)
            and (other.trigger = 'BATCH', other.queue_number)
                < (run.trigger = 'BATCH', run.queue_number))) ahead
where raw_data.deleted_at is null;

-- Names of NAVER's campaigns, ad groups and keywords, so that they need not be asked for every day.
-- Only a cache: it can be emptied at any time.
create table entity_name (
  customer_id text not null,
  entity_id text not null,
  -- Empty where NAVER no longer has the entity.
  name text not null,
  fetched_at timestamptz not null default now(),
  primary key (customer_id, entity_id)
);

-- A file that was shared in a channel: one row, one upload, one job start, one message.
create table csv_upload (
    id                 uuid primary key default gen_random_uuid(),
    file_id            text not null,
    channel_id         text not null,
    user_id            text,
    state              text not null default 'RECEIVED'
                       check (state in ('RECEIVED', 'CLAIMED', 'STORING', 'STORED', 'STARTING',
                                        'UNCLEAR', 'PASSED', 'REJECTED', 'FAILED')),
    state_since        timestamptz not null default now(),
    received_at        timestamptz not null default now(),
    -- When a queue last got a message about it.
    queued_at          timestamptz not null default now(),
    ended_at           timestamptz,

    -- Who has it in hand, and until when that counts.
    worker             text,
    lease_until        timestamptz,

    file_name          text,
    file_bytes         bigint,
    -- Slack's timestamp of the message that carries the file.
    thread_ts          text,
    table_name         text,
    target             text,
    job                text,
    job_run_id         text,

    rows_read          bigint not null default 0,
    rows_written       bigint not null default 0,
    rows_dropped       bigint not null default 0,
    rows_split         bigint not null default 0,
    bad_row_count      bigint not null default 0,
    bad_rows           jsonb not null default '[]',
    error_code         text,
    error_english      text,
    error_korean       text,

    -- The one message about the outcome; SENDING is committed before Slack is called.
    notice_state       text not null default 'NONE'
                       check (notice_state in ('NONE', 'WAITING', 'SENDING', 'SENT', 'UNCLEAR', 'REFUSED')),
    notice_lease_until timestamptz,
    notice_ts          text,
    notice_failure     text,

    unique (file_id, channel_id)
);

-- One upload at a time writes a target and starts its job; the next one waits.
create unique index csv_upload_target on csv_upload (target)
    where state in ('STORING', 'STORED', 'STARTING');
create index csv_upload_newest on csv_upload (received_at desc, id);
create index csv_upload_live on csv_upload (lease_until)
    where state in ('RECEIVED', 'CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR');
create index csv_upload_notice on csv_upload (notice_lease_until)
    where notice_state in ('WAITING', 'SENDING');
create index csv_upload_table on csv_upload (table_name);

-- Slack's deliveries; a repeated one finds itself here.
create table slack_event (
    event_id    text primary key,
    received_at timestamptz not null default now()
);
create index slack_event_age on slack_event (received_at);

-- Null until Kubernetes has the Job of a long run; from then on a missing Job is a lost one.
alter table run add column job_created_at timestamptz;

-- Jobs that have finished a run and will take the next long run of their key. Only a hint, which
-- keeps a second Job from being created for that run.
create table waiting_job (
  worker text primary key,
  api_key_id uuid not null references api_key,
  waits_until timestamptz not null
);
create index waiting_job_by_key on waiting_job (api_key_id, waits_until);

-- Rows that a run has fetched of each day. What the tab holds of a day is what the newest run that
-- succeeded has fetched of it: a run replaces whole days.
create table run_day (
  run_id uuid not null references run,
  day date not null,
  rows bigint not null,
  primary key (run_id, day)
);
