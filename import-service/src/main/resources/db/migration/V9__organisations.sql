-- Keys, ad accounts and sets belong to organisations. Whoever had them is an organisation of one.
-- NAVER gives a licence one secret and one allowance, so a licence stays one row; each organisation
-- that has proved the secret is joined to it, with its own name for the key and its own ad accounts.
create table api_key_organisation (
  api_key_id uuid not null references api_key,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  joined_at timestamptz not null default now(),
  primary key (api_key_id, organisation_id)
);
create index api_key_organisation_by_organisation on api_key_organisation (organisation_id);

insert into api_key_organisation (api_key_id, organisation_id, name, joined_at)
select member.api_key_id, organisation_of_one(member.subject), api_key.name, min(member.joined_at)
from (select api_key_id, subject, joined_at from api_key_member
      union all
      select api_key_id, owner, created_at from raw_data) member
join api_key on api_key.id = member.api_key_id
group by 1, 2, 3;

drop table api_key_member;
comment on column api_key.name is 'as first registered; for operators';

alter table raw_data add column organisation_id uuid;
update raw_data set organisation_id = organisation_of_one(owner);
alter table raw_data alter column organisation_id set not null;
comment on column raw_data.owner is 'the person who made it; whose it is, is organisation_id';

alter table raw_data drop constraint raw_data_api_key_id_customer_id_fkey;
alter table ad_account drop constraint ad_account_pkey;
alter table ad_account add column organisation_id uuid;
insert into ad_account (api_key_id, organisation_id, customer_id, name, added_at)
select account.api_key_id, joined.organisation_id, account.customer_id, account.name, account.added_at
from ad_account account join api_key_organisation joined on joined.api_key_id = account.api_key_id;
delete from ad_account where organisation_id is null;
alter table ad_account add primary key (api_key_id, organisation_id, customer_id);
alter table ad_account add foreign key (api_key_id, organisation_id) references api_key_organisation;
alter table raw_data add foreign key (api_key_id, organisation_id, customer_id) references ad_account;

drop index raw_data_by_owner;
create index raw_data_by_organisation on raw_data (organisation_id, created_at desc)
  where deleted_at is null;
