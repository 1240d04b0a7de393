package io.daybreak.orders.compliance;

import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of a customer outside their orders, and in their orders' own words, and
 * goes with them. Asked before the orders forget the name by which the words are found.
 */
@ApplicationScoped
class CustomerCopies {

  /**
   * @param named Shopify's ids of the orders that the request names
   * @param orders our ids of the customer's orders
   * @param customer Shopify's id, null if the request has none
   * @param address the customer's, null if the request has none
   */
  record Erasure(
      long shopId,
      Long[] named,
      Long[] orders,
      @Nullable Long customer,
      @Nullable String address) {}

  /**
   * By what the customer is found in words: their addresses and names, without blanks, lower case.
   */
  private static final String WORDS =
      """
      select array_agg(distinct word) as words from (
        select lower($2::text) as word
        union all select lower(email) from shop_order where id = any($1)
        union all select lower(regexp_replace(customer_name, '\\s', '', 'g'))
          from shop_order where id = any($1)
      ) as told where length(word) >= 2
      """;

  /** A row that was no order keeps what is wrong with it, and loses what it said. */
  private static final String EMPTY_BAD_ROWS =
      """
      update csv_import_bad_row b set cells = '{}'
      from csv_import i
      where i.id = b.import_id and i.shop_id = $1
        and exists (
          select from unnest(b.cells) as cell
          where cell = any ($2)
            or exists (select from shop_order o
                       where o.id = any ($3) and o.name <> '' and btrim(cell) = o.name)
            or exists (select from unnest($4::text[]) as word
                       where position(word in lower(regexp_replace(cell, '\\s', '', 'g'))) > 0))
      """;

  /** An engraving or a dedication may be part of a title. */
  private static final String ERASE_TITLES =
      """
      update order_line l set title = '(erased)'
      where l.order_id = any ($1)
        and exists (select from unnest($2::text[]) as word
                    where position(word in lower(regexp_replace(l.title, '\\s', '', 'g'))) > 0)
      """;

  private static final String FORGET_CONSENT =
      "delete from customer_consent where shop_id = $1 and customer = any ($2)";

  private static final String FORGET_EXCLUSION =
      "delete from exclusion where shop_id = $1 and kind = 'CUSTOMER' and value = any ($2)";

  /** The wish for no more mail stays, by its digest; the address goes. */
  private static final String FORGET_ADDRESS =
      """
      update unsubscribed_address set address = null
      where shop_id = $1 and address is not null and lower(address) = any ($2)
      """;

  /** What was delivered about the customer and is not applied yet. */
  private static final String FORGET_PAYLOADS =
      """
      update webhook_delivery set payload = null, state = 'IGNORED', settled_at = now()
      where shop_id = $1 and state = 'RECEIVED' and topic like 'customers%'
        and topic not in ('customers/redact', 'customers/data_request')
        and exists (select from unnest($2::text[]) as word
                    where position(convert_to(word, 'UTF8') in payload) > 0)
      """;

  /** An export that the merchant asked for earlier. */
  private static final String FORGET_EXPORTS =
      """
      update compliance_request r set export = null
      from shop s
      where s.id = $1 and r.shop_domain = s.domain
        and exists (select from jsonb_array_elements(r.export -> 'orders') as told
                    join shop_order o on o.shop_id = $1 and o.shopify_id::text = told ->> 'id'
                    where o.id = any($2))
      """;

  Uni<Void> forget(SqlClient tx, Erasure erasure) {
    return tx.preparedQuery(WORDS)
        .execute(Tuple.tuple().addArrayOfLong(erasure.orders()).addString(erasure.address()))
        .map(rows -> rows.iterator().next().getArrayOfStrings("words"))
        .map(words -> words == null ? new String[0] : words)
        .chain(words -> forget(tx, erasure, words));
  }

  private static Uni<Void> forget(SqlClient tx, Erasure erasure, String[] words) {
    long shop = erasure.shopId();
    String[] ids = Arrays.stream(erasure.named()).map(id -> id.toString()).toArray(String[]::new);
    record Step(String sql, Tuple values) {}
    List<Step> steps =
        List.of(
            new Step(
                EMPTY_BAD_ROWS,
                Tuple.of(shop)
                    .addArrayOfString(ids)
                    .addArrayOfLong(erasure.orders())
                    .addArrayOfString(words)),
            new Step(
                ERASE_TITLES,
                Tuple.tuple().addArrayOfLong(erasure.orders()).addArrayOfString(words)),
            new Step(FORGET_CONSENT, Tuple.of(shop).addArrayOfString(customers(erasure))),
            new Step(FORGET_EXCLUSION, Tuple.of(shop).addArrayOfString(words)),
            new Step(FORGET_ADDRESS, Tuple.of(shop).addArrayOfString(words)),
            new Step(FORGET_PAYLOADS, Tuple.of(shop).addArrayOfString(words)),
            new Step(FORGET_EXPORTS, Tuple.of(shop).addArrayOfLong(erasure.orders())));
    return Multi.createFrom()
        .iterable(steps)
        .onItem()
        .transformToUniAndConcatenate(step -> tx.preparedQuery(step.sql()).execute(step.values()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static String[] customers(Erasure erasure) {
    String address = erasure.address();
    String hash = AddressHash.of(address == null ? null : address.toLowerCase(Locale.ROOT));
    return new String[] {"id:" + erasure.customer(), "mail:" + hash};
  }
}
