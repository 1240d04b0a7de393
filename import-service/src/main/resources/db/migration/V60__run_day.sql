-- Rows that a run has fetched of each day. What the tab holds of a day is what the newest run that
-- succeeded has fetched of it: a run replaces whole days.
create table run_day (
  run_id uuid not null references run,
  day date not null,
  rows bigint not null,
  primary key (run_id, day)
);
