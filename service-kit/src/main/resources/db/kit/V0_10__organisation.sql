-- Organisations and the people in them. Rows of the service name their organisation by its id alone:
-- one that nobody has used yet since the upgrade is not in this table.
create table organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  -- The subject of the person whose organisation of one it is.
  person text unique,
  -- The identity provider's name for it, where memberships come with tokens.
  issuer_name text unique,
  created_by text not null,
  created_at timestamptz not null default now(),
  check (person is null or issuer_name is null)
);

create table organisation_member (
  organisation_id uuid not null references organisation on delete cascade,
  subject text not null,
  role text not null check (role in ('OWNER', 'EDITOR', 'VIEWER')),
  added_by text not null,
  joined_at timestamptz not null default now(),
  primary key (organisation_id, subject)
);
create index organisation_member_subject on organisation_member (subject);

-- Nobody is put into an organisation without knowing: who has the code may join, once.
create table organisation_invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation on delete cascade,
  -- SHA-256 of the code, hex.
  code_hash text not null unique,
  role text not null check (role in ('OWNER', 'EDITOR', 'VIEWER')),
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index organisation_invitation_organisation on organisation_invitation (organisation_id);
