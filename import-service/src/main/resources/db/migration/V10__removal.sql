-- What is removed takes with it what only it had.
alter table run drop constraint run_raw_data_id_fkey;
alter table run add foreign key (raw_data_id) references raw_data on delete cascade;
alter table run_log drop constraint run_log_run_id_fkey;
alter table run_log add foreign key (run_id) references run on delete cascade;
alter table run_day drop constraint run_day_run_id_fkey;
alter table run_day add foreign key (run_id) references run on delete cascade;
alter table raw_data drop constraint raw_data_newest_run_id_fkey;
alter table raw_data add foreign key (newest_run_id) references run on delete set null;
alter table batch_key drop constraint batch_key_api_key_id_fkey;
alter table batch_key add foreign key (api_key_id) references api_key on delete cascade;
alter table waiting_job drop constraint waiting_job_api_key_id_fkey;
alter table waiting_job add foreign key (api_key_id) references api_key on delete cascade;
alter table naver_job drop constraint naver_job_api_key_id_fkey;
alter table naver_job add foreign key (api_key_id) references api_key on delete cascade;
