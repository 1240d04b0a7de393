-- Shops belong to organisations. Whoever had one is an organisation of one.
alter table shop add column organisation_id uuid;
update shop set organisation_id = organisation_of_one(owner);
alter table shop alter column organisation_id set not null;
drop index shop_owner;
create index shop_organisation on shop (organisation_id);
comment on column shop.owner is 'the person who registered it; whose it is, is organisation_id';

alter table compliance_request add column organisation_id uuid;
update compliance_request set organisation_id = organisation_of_one(owner);
alter table compliance_request alter column organisation_id set not null;
create index compliance_request_organisation on compliance_request (organisation_id, done_at desc);
