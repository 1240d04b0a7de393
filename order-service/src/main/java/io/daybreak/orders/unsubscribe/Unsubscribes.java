package io.daybreak.orders.unsubscribe;

import io.daybreak.orders.shop.Language;
import io.daybreak.orders.unsubscribe.UnsubscribeResource.Reader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Writes down that a customer wants no more mail. */
@ApplicationScoped
class Unsubscribes {

  /**
   * Remembers the address and skips whatever of it waits, in one statement. A mail that a sender
   * has claimed is on its way; every later claim sees the address.
   */
  private static final String UNSUBSCRIBE =
      """
      with mail as (
        select m.shop_id, m.address_hash,
          case when o.address_hash = m.address_hash then o.email end as address
        from review_mail m join shop_order o on o.id = m.order_id
        where m.id = $1 and m.address_hash is not null
      ), remembered as (
        insert into unsubscribed_address as u (shop_id, address_hash, address)
        select shop_id, address_hash, address from mail
        on conflict (shop_id, address_hash) do update set reason = 'UNSUBSCRIBED', origin = 'CUSTOMER'
        where u.origin <> 'CUSTOMER'
      )
      select skip_mails(shop_id, array[address_hash], 'UNSUBSCRIBED') from mail
      """;

  private static final String READER =
      """
      select s.sender_name, s.language from review_mail m join shop s on s.id = m.shop_id
      where m.id = $1
      """;

  private final Pool pool;

  Unsubscribes(Pool pool) {
    this.pool = pool;
  }

  /** The second time, and for a mail that was erased since, nothing happens. */
  Uni<Void> unsubscribe(UUID mailId) {
    return pool.preparedQuery(UNSUBSCRIBE).execute(Tuple.of(mailId)).replaceWithVoid();
  }

  /** In whose name and language the mail was; empty if it was erased since. */
  Uni<Optional<Reader>> reader(UUID mailId) {
    return pool.preparedQuery(READER)
        .execute(Tuple.of(mailId))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(
                        row ->
                            new Reader(
                                row.getString("sender_name"),
                                Language.valueOf(row.getString("language"))))
                    .findFirst());
  }
}
