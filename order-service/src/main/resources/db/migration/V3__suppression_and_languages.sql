-- One list of addresses that a shop must not write to, whoever asked for it.
alter table unsubscribed_address
  add column reason  text not null default 'UNSUBSCRIBED'
             check (reason in ('UNSUBSCRIBED', 'ADDRESS_REFUSED')),
  add column origin  text not null default 'CUSTOMER'
             check (origin in ('CUSTOMER', 'MAIL_SERVER', 'SHOP', 'IMPORT')),
  add column address text;
comment on column unsubscribed_address.address is 'for the shop to see; null where only the hash is kept, as after an erasure';
create index unsubscribed_address_newest on unsubscribed_address (shop_id, unsubscribed_at desc);

-- A shop's own words, in each language it writes in.
alter table mail_text add column language text check (language in ('KO', 'EN'));
update mail_text t set language = s.language from shop s where s.id = t.shop_id;
alter table mail_text alter column language set not null;
alter table mail_text drop constraint mail_text_shop_id_kind_key;
alter table mail_text add unique (shop_id, kind, language);
