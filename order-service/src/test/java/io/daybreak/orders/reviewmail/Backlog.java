package io.daybreak.orders.reviewmail;

import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.TestShop;

/** A shop whose mails fell due all at once. */
final class Backlog {

  private static final String ORDERS =
      """
      insert into shop_order
        (shop_id, shopify_id, name, email, address_hash, accepts_marketing, test, ordered_at,
         fulfilled_at, version_at, version_rank, source)
      select s.id, n, '#' || n, n || '@' || s.domain, md5(s.domain || n), true, false,
             now() - interval '3 days', now() - interval '2 days', now(), 0, 'CSV'
      from shop s cross join generate_series(1, ?) as n
      where s.domain = ?
      """;

  private static final String MAILS =
      """
      insert into review_mail (shop_id, order_id, kind, state, address_hash, trigger_at, due_at)
      select s.id, o.id, 'REQUEST', 'SCHEDULED', o.address_hash, o.fulfilled_at,
             now() - interval '1 day'
      from shop_order o join shop s on s.id = o.shop_id
      where s.domain = ?
      """;

  private final TestShop shop;

  private Backlog(TestShop shop) {
    this.shop = shop;
  }

  static Backlog of(TestShop shop, int mails) {
    Database.execute(ORDERS, mails, shop.domain());
    Database.execute(MAILS, shop.domain());
    return new Backlog(shop);
  }

  long in(String state) {
    return Database.count(
        "select count(*) from review_mail m join shop s on s.id = m.shop_id"
            + " where s.domain = ? and m.state = ?",
        shop.domain(),
        state);
  }

  /** Ends some of the mails that are due, as if they had been sent. */
  void send(int mails) {
    Database.execute(
        "update review_mail set state = 'SENT', sent_at = now() where id in (select m.id"
            + " from review_mail m join shop s on s.id = m.shop_id"
            + " where s.domain = ? and m.state = 'DUE' limit ?)",
        shop.domain(),
        mails);
  }
}
