-- Writes to Google that a run still needs, by its plan or by what it has collected: one to prepare
-- the tab, one a chunk of some 10,000 rows, one to publish it.
create function writes_left(run) returns double precision language sql immutable as $$
  select case when $1.last_event_at is null then 1 else 0 end
    + ceil(greatest(greatest($1.plan_rows, $1.rows_fetched) - $1.rows_written, 1) / 10000.0)
    + 1
$$;

-- Keys take turns: the one whose last run started longest ago is next.
alter table api_key add column last_promoted_at timestamptz;
