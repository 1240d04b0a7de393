-- Who did what to which thing, when and from where. Written in the transaction of what it tells of.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  address text,
  trace_id text,
  organisation_id uuid,
  action text not null,
  object text not null,
  before jsonb,
  after jsonb
);
create index audit_entry_organisation on audit_entry (organisation_id, id desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was done stays written down' using errcode = 'check_violation';
end
$$;
create trigger audit_entry_stays before update or delete on audit_entry for each row
  execute function refuse_audit_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry for each statement
  execute function refuse_audit_change();
