create table shop (
  id                      bigint generated always as identity primary key,
  domain                  text        not null unique,
  owner                   text        not null,
  access_code             text        not null unique,
  api_token               text,
  webhook_secret          text        not null,
  previous_webhook_secret text,
  sender_name             text        not null,
  sender_address          text        not null,
  reply_to                text,
  language                text        not null check (language in ('KO', 'EN')),
  mail_trigger            text        not null check (mail_trigger in ('CREATED', 'PAID', 'FULFILLED', 'DELIVERED')),
  delay_days              int         not null check (delay_days between 0 and 90),
  send_time               time,
  time_zone               text        not null,
  mails_per_30_days       int         not null check (mails_per_30_days >= 1),
  days_between_mails      int         not null check (days_between_mails >= 0),
  oldest_order_days       int         not null check (oldest_order_days >= 1),
  reminder_days           int         check (reminder_days between 1 and 90),
  only_with_consent       boolean     not null,
  review_link             text,
  paused_at               timestamptz,
  uninstalled_at          timestamptz,
  created_at              timestamptz not null default now(),
  version                 int         not null default 0
);
comment on column shop.access_code is 'public: shows that a page request comes from the shop''s own pages';
comment on column shop.webhook_secret is 'sealed; the previous one stays valid while Shopify changes over';
comment on column shop.send_time is 'wall clock of time_zone; null sends at any time';
create index shop_owner on shop (owner);

create table webhook_delivery (
  id          uuid        primary key default gen_random_uuid(),
  shop_id     bigint      not null references shop on delete cascade,
  webhook_id  text        not null,
  event_id    text,
  topic       text        not null,
  order_id    bigint,
  body_digest bytea       not null,
  payload     bytea,
  state       text        not null check (state in ('RECEIVED', 'APPLIED', 'IGNORED')),
  received_at timestamptz not null default now(),
  settled_at  timestamptz,
  unique (shop_id, webhook_id)
);
comment on column webhook_delivery.payload is 'the raw body, until it is applied';
create unique index webhook_delivery_event on webhook_delivery (shop_id, event_id, topic, body_digest);
create index webhook_delivery_waiting on webhook_delivery (shop_id, order_id) where state = 'RECEIVED';
create index webhook_delivery_received on webhook_delivery (received_at);

create table shop_order (
  id                 bigint generated always as identity primary key,
  shop_id            bigint      not null references shop on delete cascade,
  shopify_id         bigint      not null,
  name               text        not null,
  email              text,
  address_hash       text,
  customer_id        bigint,
  customer_name      text,
  locale             text,
  currency           text,
  total              numeric,
  financial_status   text,
  fulfilment_status  text,
  accepts_marketing  boolean     not null,
  test               boolean     not null,
  ordered_at         timestamptz not null,
  paid_at            timestamptz,
  fulfilled_at       timestamptz,
  cancelled_at       timestamptz,
  version_at         timestamptz not null,
  version_rank       int         not null,
  placeholder        boolean     not null default false,
  source             text        not null check (source in ('WEBHOOK', 'SHOPIFY', 'CSV')),
  redacted_at        timestamptz,
  stored_at          timestamptz not null default now(),
  changed_at         timestamptz not null default now(),
  unique (shop_id, shopify_id)
);
comment on column shop_order.placeholder is 'a fulfilment or refund came before its order';
comment on column shop_order.version_rank is 'decides between two versions of one second';
create index shop_order_newest on shop_order (shop_id, ordered_at desc, id desc);
create index shop_order_customer on shop_order (shop_id, customer_id);
create index shop_order_address on shop_order (shop_id, address_hash);

create table order_line (
  order_id         bigint not null references shop_order on delete cascade,
  line_id          bigint not null,
  title            text   not null,
  quantity         int    not null,
  current_quantity int    not null,
  price            numeric,
  primary key (order_id, line_id)
);

create table fulfilment (
  order_id     bigint      not null references shop_order on delete cascade,
  shopify_id   bigint      not null,
  status       text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  delivered_at timestamptz,
  version_rank int         not null,
  primary key (order_id, shopify_id)
);

create table refund (
  order_id   bigint      not null references shop_order on delete cascade,
  shopify_id bigint      not null,
  amount     numeric     not null,
  created_at timestamptz not null,
  primary key (order_id, shopify_id)
);

create table review_mail (
  id           uuid        primary key default gen_random_uuid(),
  shop_id      bigint      not null references shop on delete cascade,
  order_id     bigint      not null references shop_order on delete cascade,
  kind         text        not null check (kind in ('REQUEST', 'REMINDER')),
  state        text        not null
               check (state in ('SCHEDULED', 'DUE', 'SENDING', 'SENT', 'SKIPPED', 'FAILED', 'UNCLEAR', 'CANCELLED')),
  reason       text,
  detail       text,
  address_hash text,
  trigger_at   timestamptz,
  due_at       timestamptz,
  forced       boolean     not null default false,
  claim        uuid,
  claimed_at   timestamptz,
  lease_until  timestamptz,
  sent_at      timestamptz,
  perhaps_sent boolean     not null default false,
  planned_at   timestamptz not null default now(),
  state_since  timestamptz not null default now(),
  unique (order_id, kind),
  check (state not in ('SKIPPED', 'FAILED', 'UNCLEAR') or reason is not null),
  check (state <> 'SENDING' or (claim is not null and lease_until is not null)),
  check (state <> 'SENT' or sent_at is not null)
);
comment on column review_mail.forced is 'a person asked for it now: caps, age and pause do not hold it back';
comment on column review_mail.perhaps_sent is 'was unclear once: only a person who says so sends it again';
create index review_mail_scheduled on review_mail (due_at) where state = 'SCHEDULED';
create index review_mail_under_way on review_mail (state_since) where state in ('DUE', 'SENDING');
create index review_mail_newest on review_mail (shop_id, planned_at desc, id);
create index review_mail_customer on review_mail (shop_id, address_hash, claimed_at);

create table unsubscribed_address (
  shop_id         bigint      not null references shop on delete cascade,
  address_hash    text        not null,
  unsubscribed_at timestamptz not null default now(),
  primary key (shop_id, address_hash)
);

create table mail_text (
  id       bigint generated always as identity primary key,
  shop_id  bigint not null references shop on delete cascade,
  kind     text   not null check (kind in ('REQUEST', 'REMINDER')),
  subject  text   not null,
  body     text   not null,
  version  int    not null default 0,
  unique (shop_id, kind)
);

create table reconciliation (
  shop_id     bigint      primary key references shop on delete cascade,
  seen_until  timestamptz not null,
  next_at     timestamptz not null default now(),
  lease_until timestamptz not null default '-infinity',
  outcome     text
);
comment on column reconciliation.seen_until is 'orders Shopify changed before this moment are here';

create table csv_import (
  id               uuid        primary key default gen_random_uuid(),
  shop_id          bigint      not null references shop on delete cascade,
  state            text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  reason           text,
  file_bytes       bigint      not null,
  bytes_read       bigint      not null default 0,
  rows_read        bigint      not null default 0,
  rows_bad         bigint      not null default 0,
  orders_new       bigint      not null default 0,
  orders_updated   bigint      not null default 0,
  orders_unchanged bigint      not null default 0,
  lease_until      timestamptz not null,
  started_at       timestamptz not null default now(),
  finished_at      timestamptz
);

create table csv_import_bad_row (
  import_id   uuid   not null references csv_import on delete cascade,
  line        bigint not null,
  column_name text   not null,
  reason      text   not null,
  cells       text[] not null,
  primary key (import_id, line)
);

create table compliance_request (
  id          uuid        primary key default gen_random_uuid(),
  delivery_id uuid        unique,
  shop_domain text        not null,
  owner       text        not null,
  topic       text        not null,
  carried_out text        not null,
  export      jsonb,
  received_at timestamptz not null,
  done_at     timestamptz not null default now()
);
comment on table compliance_request is 'what Shopify asked for in a customer''s name, and what was done; outlives the shop';
create index compliance_request_newest on compliance_request (done_at desc);

-- What people page through, newest first, over all shops or one shop's.
create index review_mail_newest_of_all on review_mail (planned_at desc, id);
create index shop_order_newest_of_all on shop_order (ordered_at desc, id desc);
create index csv_import_newest on csv_import (shop_id, started_at desc);
