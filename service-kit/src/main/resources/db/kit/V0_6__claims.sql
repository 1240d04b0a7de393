-- Rows that one process works on at a time have the columns claimed_by, claimed_until and
-- claim_token, and a trigger with this function:
--   create trigger NAME before update of claimed_by on TABLE for each row
--     when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();
-- The token grows whenever the row changes hands, so that a statement which names an old one does
-- nothing, whoever has ended, released or taken over the claim.
create function next_claim_token() returns trigger language plpgsql as $$
begin
  new.claim_token := old.claim_token + 1;
  return new;
end
$$;

-- What one process of the cluster does at a time.
create table exclusive_work (
    name          text        primary key,
    -- Process id and host of the holder, for people: in a cluster the host is the pod.
    claimed_by    text,
    claimed_until timestamptz,
    claim_token   bigint      not null default 1,
    check ((claimed_by is null) = (claimed_until is null))
);
create trigger exclusive_work_claim before update of claimed_by on exclusive_work for each row
  when (new.claimed_by is distinct from old.claimed_by) execute function next_claim_token();

drop table lease;
