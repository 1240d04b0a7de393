-- Runs that ended long ago are deleted. What they were the last to say of a day stays here: it is what
-- the tab holds.
create table kept_day (
  raw_data_id uuid not null references raw_data on delete cascade,
  day date not null,
  outcome text not null check (outcome in ('READ', 'LATE', 'DOUBTFUL')),
  -- Both as in the run: what is newer counts.
  queue_number bigint not null,
  ended_at timestamptz not null,
  rows bigint not null,
  impressions bigint,
  clicks bigint,
  cost numeric,
  conversions bigint,
  revenue bigint,
  primary key (raw_data_id, day, outcome)
);

-- What runs that succeeded have made of each day, deleted ones included as far as it still counts.
create view fetched_day as
select run.raw_data_id, run_day.day, run_day.outcome, run.queue_number, run.ended_at, run_day.rows,
       run_day.impressions, run_day.clicks, run_day.cost, run_day.conversions, run_day.revenue
from run join run_day on run_day.run_id = run.id
where run.state = 7
union all
select raw_data_id, day, outcome, queue_number, ended_at, rows, impressions, clicks, cost, conversions,
       revenue
from kept_day;

-- As before, with the days of deleted runs.
create or replace function earliest_day(raw_data, last_day date, kept_days int) returns date
language sql stable as $$
  select greatest($2 - $3 + 1,
                  least($2 - $1.history_days + 1,
                        (select min(run.first_day) from run
                         where run.raw_data_id = $1.id and run.state = 7),
                        (select min(kept_day.day) from kept_day
                         where kept_day.raw_data_id = $1.id)))
$$;

-- Each run that is deleted is looked for among the newest ones.
create index raw_data_newest_run on raw_data (newest_run_id);

-- What retention looks for among the uploads.
create index csv_upload_not_loaded on csv_upload (ended_at) where state in ('REJECTED', 'FAILED');
