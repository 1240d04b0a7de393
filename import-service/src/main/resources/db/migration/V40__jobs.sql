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
