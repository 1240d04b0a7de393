-- A mail is claimed before its sender waits for anything; see next_claim_token of the kit.
alter table review_mail add column claimed_by text;
alter table review_mail rename column lease_until to claimed_until;
alter table review_mail add column claim_token bigint not null default 1;
update review_mail set claimed_by = claim::text where claimed_until is not null;
-- With it goes the check that named it.
alter table review_mail drop column claim;
update review_mail set claimed_until = null where claimed_by is null;
alter table review_mail add check ((claimed_by is null) = (claimed_until is null));
alter table review_mail add check (state <> 'SENDING' or claimed_by is not null);
create trigger review_mail_claim before update of claimed_by on review_mail for each row
  when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();
