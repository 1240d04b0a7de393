-- A copy is written down before Google is asked to make it, with the tabs that stood then: where
-- nobody hears the answer, the copy is looked for among the tabs that have come since.
alter table template_tab
  alter column sheet_id drop not null,
  add column tabs_before integer[],
  add column run_id uuid,
  add check (sheet_id is not null or (tabs_before is not null and run_id is not null));

-- Raw tabs that the formulas of a template's copies have been pointed to.
create table template_link (
  spreadsheet_id          text        not null,
  template_spreadsheet_id text        not null,
  -- The raw tab.
  sheet_id                integer     not null,
  linked_at               timestamptz not null default now(),
  primary key (spreadsheet_id, template_spreadsheet_id, sheet_id)
);
