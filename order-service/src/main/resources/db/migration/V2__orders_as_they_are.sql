-- Money has its currency, and what is told later may correct it.
alter table refund
  add column currency     text,
  add column version_at   timestamptz not null default '-infinity',
  add column version_rank int         not null default 0;
comment on column refund.amount is 'what was really paid back: successful transactions only';
comment on column refund.currency is 'null: the shop''s';

alter table shop_order
  add column content      bytea,
  add column tied_version timestamptz,
  add column deleted_at   timestamptz,
  add column channel      text,
  add column tags         text[] not null default '{}';
comment on column shop_order.content is 'digest of what the stored version says';
comment on column shop_order.tied_version is 'a version of which two contents were told: Shopify was asked for the truth';

create table order_sync (
  order_id    bigint      primary key references shop_order on delete cascade,
  wanted_at   timestamptz not null default now(),
  lease_until timestamptz not null default '-infinity',
  attempts    int         not null default 0
);
comment on table order_sync is 'orders to read from Shopify, since what was delivered contradicts itself';

-- What a customer can review.
alter table order_line
  add column kind        text not null default 'PRODUCT'
             check (kind in ('PRODUCT', 'GIFT_CARD', 'TIP', 'INSURANCE', 'NO_PRODUCT')),
  add column product_id  bigint,
  add column vendor      text,
  add column shippable   boolean not null default true,
  add column unfulfilled int;
comment on column order_line.unfulfilled is 'pieces still to be sent; null where nobody said';

create table product (
  shop_id    bigint not null references shop on delete cascade,
  shopify_id bigint not null,
  type       text,
  tags       text[] not null default '{}',
  primary key (shop_id, shopify_id)
);
comment on table product is 'what only the Admin API tells about products';

create table exclusion (
  shop_id bigint not null references shop on delete cascade,
  kind    text   not null check (kind in ('PRODUCT', 'TITLE', 'TYPE', 'TAG', 'VENDOR', 'CHANNEL', 'CUSTOMER')),
  value   text   not null,
  primary key (shop_id, kind, value)
);
comment on table exclusion is 'what a shop leaves out; values in lower case';

-- The one rule of reviewable lines, for mail, reminder and page: kept, sent, a product, not left out
-- by the shop; each product once, and each title once.
create view reviewable_line as
select distinct on (order_id, lower(title)) order_id, place, title
from (
  select distinct on (l.order_id, coalesce(l.product_id::text, 'line ' || l.line_id))
    l.order_id, l.line_id as place, l.title
  from order_line l
  join shop_order o on o.id = l.order_id
  left join product p on p.shop_id = o.shop_id and p.shopify_id = l.product_id
  where l.kind = 'PRODUCT' and l.current_quantity > 0 and l.title <> ''
    and not (o.fulfilment_status = 'partial' and coalesce(l.unfulfilled, 0) >= l.current_quantity)
    and not exists (
      select from exclusion e
      where e.shop_id = o.shop_id and (
        e.kind = 'PRODUCT' and e.value = l.product_id::text
        or e.kind = 'TITLE' and position(e.value in lower(l.title)) > 0
        or e.kind = 'VENDOR' and e.value = lower(l.vendor)
        or e.kind = 'TYPE' and e.value = lower(p.type)
        or e.kind = 'TAG' and e.value = any (p.tags)))
  order by l.order_id, coalesce(l.product_id::text, 'line ' || l.line_id), l.line_id
) as each_product
order by order_id, lower(title), place;

-- When a parcel counts.
alter table fulfilment
  add column lines        jsonb,
  add column carrier_told boolean not null default false;
comment on column fulfilment.lines is 'pieces by line; null where nobody said what is in the parcel';
comment on column fulfilment.carrier_told is 'a carrier reports where the parcel is';

alter table shop add column fallback_days int check (fallback_days between 1 and 90);
comment on column shop.fallback_days is 'days after which a parcel counts as delivered where no carrier tells';

create table customer_consent (
  shop_id  bigint      not null references shop on delete cascade,
  customer text        not null,
  accepts  boolean     not null,
  told_at  timestamptz not null,
  primary key (shop_id, customer)
);
comment on column customer_consent.customer is 'id:<Shopify''s> or mail:<hash of the address>';

alter table review_mail drop constraint review_mail_state_check;
alter table review_mail add constraint review_mail_state_check
  check (state in ('WAITING', 'SCHEDULED', 'DUE', 'SENDING', 'SENT', 'SKIPPED', 'FAILED', 'UNCLEAR', 'CANCELLED'));
