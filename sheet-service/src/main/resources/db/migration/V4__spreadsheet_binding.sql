-- All customers share their spreadsheets with one account, so that a spreadsheet may be used proves
-- nothing about who asks. An organisation is bound to those of which it has proved that it can write
-- into them.
create table spreadsheet_binding (
  organisation_id uuid not null,
  spreadsheet_id text not null,
  proved_by text not null,
  how text not null check (how in ('CODE', 'OPERATOR')),
  proved_at timestamptz not null default now(),
  primary key (organisation_id, spreadsheet_id)
);
create index spreadsheet_binding_spreadsheet on spreadsheet_binding (spreadsheet_id);

-- The code that has to be found in a cell. It is no secret: it counts for nobody else.
create table spreadsheet_proof (
  organisation_id uuid not null,
  spreadsheet_id text not null,
  code text not null,
  expires_at timestamptz not null,
  primary key (organisation_id, spreadsheet_id)
);
