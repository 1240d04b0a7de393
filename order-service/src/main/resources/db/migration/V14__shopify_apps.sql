-- Shopify's shops of 2026 have no everlasting token: their app's id and secret (which signs the
-- deliveries as well) are exchanged for tokens of a day.
alter table shop add column client_id text;
alter table shop add check (api_token is null or client_id is null);
-- Whether orders can be read from Shopify: the one rule for all who ask.
alter table shop add column reads_shopify boolean not null
  generated always as ((api_token is not null or client_id is not null) and uninstalled_at is null) stored;

create table shop_token (
  shop_id bigint primary key references shop on delete cascade,
  -- Sealed; null as long as none was granted.
  access_token text,
  scopes text[] not null default '{}',
  -- Since when, and until when the token is good; forgotten early if Shopify refuses it.
  granted_at timestamptz,
  expires_at timestamptz,
  -- The newest request for one was refused; cleared by the next grant or by new credentials.
  refused_at timestamptz,
  refusal text,
  check ((access_token is null) = (expires_at is null) and (access_token is null) = (granted_at is null)),
  check ((refused_at is null) = (refusal is null))
);
comment on column shop.webhook_secret is 'sealed; the app''s client secret; the previous one stays valid while Shopify changes over';
