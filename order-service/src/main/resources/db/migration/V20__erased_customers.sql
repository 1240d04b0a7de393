-- Who was erased, so that what is told or imported later about the time before does not bring them back.
create table erased_customer (
  shop_id   bigint      not null references shop on delete cascade,
  customer  text        not null,
  erased_at timestamptz not null default now(),
  primary key (shop_id, customer)
);
comment on table erased_customer is 'digests and ids only: id:<Shopify''s>, mail:<hash of the address>, order:<Shopify''s id>';
