-- Reasons as codes with values, told in both languages; how a file was read.
alter table csv_import add column reason_korean text;
alter table csv_import add column reason_code text;
alter table csv_import add column reason_values jsonb;
alter table csv_import add column encoding text;
alter table csv_import add column separator text check (separator in ('COMMA', 'SEMICOLON', 'TAB'));
alter table csv_import_bad_row add column reason_korean text;
alter table csv_import_bad_row add column reason_code text;
alter table csv_import_bad_row add column reason_values jsonb;
update csv_import_bad_row set reason_korean = reason, reason_code = 'OLD';
