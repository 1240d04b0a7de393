package io.daybreak.orders.compliance;

import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who was erased, by digests and ids, and keeps what is told later about the time before
 * from bringing them back. An order that they place afterwards is a new one.
 */
@ApplicationScoped
public class ErasedCustomers {

  private static final String REMEMBER =
      """
      insert into erased_customer (shop_id, customer) select $1, * from unnest($2::text[])
      on conflict (shop_id, customer) do update set erased_at = now()
      """;

  private static final String ERASE_AGAIN =
      """
      update shop_order o
      set email = null, address_hash = null, customer_id = null, customer_name = null,
          redacted_at = coalesce(o.redacted_at, now())
      where o.shop_id = $1 and o.shopify_id = $2 and o.redacted_at is null
        and exists (select from erased_customer e
                    where e.shop_id = o.shop_id and o.ordered_at <= e.erased_at
                      and e.customer in ('id:' || o.customer_id, 'mail:' || o.address_hash,
                                         'order:' || o.shopify_id))
      """;

  /** Whatever looks like an address in a cell, without the blanks that people type into it. */
  private static final String EMPTY_BAD_ROWS =
      """
      update csv_import_bad_row b set cells = '{}'
      from csv_import i
      where i.id = b.import_id and i.id = $1 and (
        exists (
          select from unnest(b.cells) as cell
          cross join regexp_matches(lower(regexp_replace(cell, '\\s', '', 'g')),
            '[^<>@,;:"()]+@[^<>@,;"()]+', 'g') as found
          join erased_customer e on e.shop_id = i.shop_id
            and e.customer = 'mail:' || encode(sha256(convert_to(found[1], 'UTF8')), 'hex'))
        or exists (
          select from unnest(b.cells) as cell
          join erased_customer e on e.shop_id = i.shop_id and e.customer = 'order:' || cell)
        or exists (
          select from shop_order o
          where o.shop_id = i.shop_id and o.redacted_at is not null and o.name <> ''
            and o.name = any (b.cells)))
      """;

  Uni<Void> remember(
      SqlClient tx, long shopId, @Nullable Long id, @Nullable String address, Long[] orders) {
    List<String> customers = new ArrayList<>();
    if (id != null) {
      customers.add("id:" + id);
    }
    String hash = AddressHash.of(address);
    if (hash != null) {
      customers.add("mail:" + hash);
    }
    for (Long order : orders) {
      customers.add("order:" + order);
    }
    return tx.preparedQuery(REMEMBER)
        .execute(Tuple.of(shopId).addArrayOfString(customers.toArray(String[]::new)))
        .replaceWithVoid();
  }

  /** Erases the customer from an order that was told of after their erasure. */
  public Uni<Boolean> eraseAgain(SqlClient tx, long shopId, long shopifyId) {
    return tx.preparedQuery(ERASE_AGAIN)
        .execute(Tuple.of(shopId, shopifyId))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Empties the bad rows of an import that are about somebody who was erased. */
  public Uni<Void> emptyBadRows(SqlClient tx, UUID importId) {
    return tx.preparedQuery(EMPTY_BAD_ROWS).execute(Tuple.of(importId)).replaceWithVoid();
  }
}
