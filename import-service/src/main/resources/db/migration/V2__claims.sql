-- A run that is fetched is claimed; see next_claim_token of the kit.
alter table run rename column worker to claimed_by;
alter table run rename column lease_until to claimed_until;
alter table run add column claim_token bigint not null default 1;
create trigger run_claim before update of claimed_by on run for each row
  when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();
