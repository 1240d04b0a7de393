-- Names of NAVER's campaigns, ad groups and keywords, so that they need not be asked for every day.
-- Only a cache: it can be emptied at any time.
create table entity_name (
  customer_id text not null,
  entity_id text not null,
  -- Empty where NAVER no longer has the entity.
  name text not null,
  fetched_at timestamptz not null default now(),
  primary key (customer_id, entity_id)
);
