-- The morning page asks for one day of all sets, not for all days of one.
create index run_day_by_day on run_day (day, run_id);
create index kept_day_by_day on kept_day (day);
