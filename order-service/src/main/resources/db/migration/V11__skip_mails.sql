-- Skips whatever of these addresses has not gone out yet. The mails are locked in the order of their
-- orders, request before reminder, as everybody locks them who applies several orders at once.
create function skip_mails(shop bigint, hashes text[], why text) returns bigint
language sql as $$
  with waiting as (
    select m.id from review_mail m join shop_order o on o.id = m.order_id
    where m.shop_id = shop and m.address_hash = any(hashes)
      and m.state in ('WAITING', 'SCHEDULED', 'DUE')
    order by o.shopify_id, m.kind desc for update of m
  ), skipped as (
    update review_mail m set state = 'SKIPPED', reason = why, state_since = now()
    from waiting where m.id = waiting.id and m.state in ('WAITING', 'SCHEDULED', 'DUE')
    returning m.id
  )
  select count(*) from skipped
$$;
