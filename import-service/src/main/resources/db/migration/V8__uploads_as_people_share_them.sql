-- How the file was read, and the facts of the texts about what is wrong, by name.
alter table csv_upload add column encoding text;
alter table csv_upload add column separator text check (separator in ('COMMA', 'SEMICOLON', 'TAB'));
alter table csv_upload add column error_values jsonb not null default '{}';

-- A file that was refused, or that could not be loaded, may be shared again: each share is an upload
-- of its own. One that is under way, or was loaded, is not.
alter table csv_upload drop constraint csv_upload_file_id_channel_id_key;
create unique index csv_upload_once on csv_upload (file_id, channel_id)
    where state not in ('REJECTED', 'FAILED');
