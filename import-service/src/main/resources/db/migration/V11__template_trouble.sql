-- What is wrong with the report template in the spreadsheet after a run: code, reason, cells.
alter table run add column template_trouble jsonb;
