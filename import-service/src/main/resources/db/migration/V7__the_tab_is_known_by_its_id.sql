-- Google's id of the tab, as the first run that succeeded told it; null before.
alter table raw_data add column tab_id integer;

-- Days that stayed and whose rows in the tab are not as many as were written: [{day, written, found}].
alter table run add column changed_days jsonb;

-- The first day that a set can have again where its tab is gone: as far back as it ever had any, but
-- not further than NAVER keeps the reports of its format.
create function earliest_day(raw_data, last_day date, kept_days int) returns date
language sql stable as $$
  select greatest($2 - $3 + 1,
                  least($2 - $1.history_days + 1,
                        (select min(run.first_day) from run
                         where run.raw_data_id = $1.id and run.state = 7)))
$$;
