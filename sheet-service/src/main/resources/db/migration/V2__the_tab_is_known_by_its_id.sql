alter table tab_write
  -- Google's id of the tab that people see; null while there is none.
  add column tab_id integer,
  add column replace_to date,
  add column estimated_rows bigint not null default 0,
  -- Rows of the run that have arrived, by their day: {"2026-11-20": 150}.
  add column rows_by_day text not null default '{}',
  -- Bytes that the rows would take in the one update, while they wait in row_block.
  add column inline_bytes bigint not null default 0,
  -- What the update that puts the rows into the tab will have made of it, written down immediately
  -- before the update leaves: whoever finds it without an end looks whether it happened.
  add column publishing text,
  add column publishing_since timestamptz,
  add check ((publishing is null) = (publishing_since is null));

create index tab_write_publishing on tab_write (lease_until)
  where state = 'STAGING' and publishing_since is not null;

create index tab_write_by_spreadsheet on tab_write (spreadsheet_id, updated_at desc);

-- Rows of a run that is small enough for one update, until it is published.
create table row_block (
  run_id    uuid    not null references tab_write on delete cascade,
  start_row bigint  not null,
  row_count integer not null,
  rows      text    not null,
  primary key (run_id, start_row)
);

-- The tabs that runs have written, as the last of them left them.
create table tab (
  spreadsheet_id text    not null,
  sheet_id       integer not null,
  -- As in the layout; people may call the tab something else.
  title          text    not null,
  -- Rows that were written of each day.
  days           text    not null,
  -- Cells of the other tabs when they were last counted; null where nobody has counted them.
  other_cells    bigint,
  updated_at     timestamptz not null default now(),
  primary key (spreadsheet_id, sheet_id)
);
create index tab_by_title on tab (spreadsheet_id, title, updated_at desc);
