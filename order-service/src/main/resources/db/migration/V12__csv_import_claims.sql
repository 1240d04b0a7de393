-- A file is claimed by the process that has it on its disk; see next_claim_token of the kit.
alter table csv_import add column claimed_by text;
alter table csv_import rename column lease_until to claimed_until;
alter table csv_import alter column claimed_until drop not null;
alter table csv_import add column claim_token bigint not null default 1;
-- Whoever imports while this runs loses its claim with it, and says so.
update csv_import set claimed_by = 'before claims' where state = 'RUNNING';
update csv_import set claimed_until = null where state <> 'RUNNING';
alter table csv_import add check ((claimed_by is null) = (claimed_until is null));
alter table csv_import add check ((state = 'RUNNING') = (claimed_by is not null));
create trigger csv_import_claim before update of claimed_by on csv_import for each row
  when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();
