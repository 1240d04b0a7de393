package io.daybreak.orders.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what Shopify asks for in a customer's name, and writes down that it did. Orders are
 * locked in the order of their ids, as everywhere.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/privacy-law-compliance">Shopify on privacy law
 *     compliance</a>
 */
@ApplicationScoped
public class Compliance {

  /**
   * A request of Shopify's.
   *
   * @param deliveryId names the request; the same one is carried out and logged once
   */
  public record Request(
      UUID deliveryId, long shopId, String topic, OffsetDateTime receivedAt, JsonNode body) {}

  private static final String LOG =
      """
      insert into compliance_request
        (delivery_id, shop_domain, owner, organisation_id, topic, carried_out, export, received_at)
      select $1, domain, owner, organisation_id, $3, $4, $5, $6 from shop where id = $2
      on conflict (delivery_id) do nothing
      """;

  private static final String LOCK_ORDERS =
      """
      select id from shop_order
      where shop_id = $1 and (shopify_id = any($2) or customer_id = $3 or address_hash = $4)
      order by shopify_id for update
      """;

  /** Everything the service knows of the customer, as it stands. */
  private static final String EXPORT =
      """
      select jsonb_build_object('orders', coalesce(jsonb_agg(jsonb_build_object(
          'id', o.shopify_id::text, 'name', o.name, 'email', o.email,
          'customerName', o.customer_name, 'locale', o.locale, 'orderedAt', o.ordered_at,
          'currency', o.currency, 'total', o.total::text,
          'items', (select coalesce(jsonb_agg(l.title order by l.line_id), '[]')
                    from order_line l where l.order_id = o.id),
          'mails', (select coalesce(jsonb_agg(jsonb_build_object(
                      'kind', m.kind, 'state', m.state, 'sentAt', m.sent_at)), '[]')
                    from review_mail m where m.order_id = o.id))), '[]')) as export,
        count(*) as orders
      from shop_order o where o.id = any($1)
      """;

  private static final String FORGET_PAYLOADS =
      """
      update webhook_delivery set payload = null, state = 'IGNORED', settled_at = now()
      where shop_id = $1 and order_id = any($2) and state = 'RECEIVED'
      """;

  /** The order stays, without the customer; redacted_at keeps a late delivery from undoing it. */
  private static final String ERASE =
      """
      update shop_order
      set email = null, address_hash = null, customer_id = null, customer_name = null,
          redacted_at = coalesce(redacted_at, now()), changed_at = now()
      where id = any($1)
      """;

  private static final String SKIP_MAILS =
      """
      update review_mail
      set state = case when state in ('WAITING', 'SCHEDULED', 'DUE') then 'SKIPPED' else state end,
          reason = case when state in ('WAITING', 'SCHEDULED', 'DUE') then 'CUSTOMER_ERASED'
                        else reason end,
          state_since = case when state in ('WAITING', 'SCHEDULED', 'DUE') then now()
                             else state_since end,
          address_hash = null
      where order_id = any($1)
      """;

  private final ShopErasure shops;
  private final CustomerCopies copies;
  private final ErasedCustomers erased;

  Compliance(ShopErasure shops, CustomerCopies copies, ErasedCustomers erased) {
    this.shops = shops;
    this.copies = copies;
    this.erased = erased;
  }

  /** customers/data_request: collects what is known, for the merchant to hand over. */
  public Uni<Void> export(SqlClient tx, Request request) {
    return lockOrders(tx, request, "orders_requested")
        .chain(ids -> tx.preparedQuery(EXPORT).execute(Tuple.tuple().addArrayOfLong(ids)))
        .map(rows -> rows.iterator().next())
        .chain(
            row ->
                log(
                    tx,
                    request,
                    "Exported " + row.getLong("orders") + " orders.",
                    row.get(JsonObject.class, "export")));
  }

  /** customers/redact: erases the customer from their orders; mails that wait are skipped. */
  public Uni<Void> redactCustomer(SqlClient tx, Request request) {
    Long[] named = orderIds(request.body(), "orders_to_redact");
    return tx.preparedQuery(FORGET_PAYLOADS)
        .execute(Tuple.tuple().addLong(request.shopId()).addArrayOfLong(named))
        .chain(() -> lockOrders(tx, request, "orders_to_redact"))
        .call(ids -> tx.preparedQuery(SKIP_MAILS).execute(Tuple.tuple().addArrayOfLong(ids)))
        .call(
            ids ->
                copies.forget(
                    tx,
                    new CustomerCopies.Erasure(
                        request.shopId(), named, ids, customerId(request), address(request))))
        .call(ids -> tx.preparedQuery(ERASE).execute(Tuple.tuple().addArrayOfLong(ids)))
        .call(
            () ->
                erased.remember(tx, request.shopId(), customerId(request), address(request), named))
        .chain(
            ids -> log(tx, request, "Erased the customer from " + ids.length + " orders.", null));
  }

  /** shop/redact: erases everything that belongs to the shop. */
  public Uni<Void> redactShop(SqlClient tx, Request request) {
    return shops
        .erase(tx, request.shopId())
        .chain(orders -> log(tx, request, "Erased the shop with " + orders + " orders.", null));
  }

  /** app/uninstalled: the shop's mails stop. */
  public Uni<Void> uninstalled(SqlClient tx, long shopId) {
    return shops.uninstall(tx, shopId);
  }

  private static Uni<Long[]> lockOrders(SqlClient tx, Request request, String ordersField) {
    return tx.preparedQuery(LOCK_ORDERS)
        .execute(
            Tuple.tuple()
                .addLong(request.shopId())
                .addArrayOfLong(orderIds(request.body(), ordersField))
                .addLong(customerId(request))
                .addString(AddressHash.of(address(request))))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getLong("id"))
                    .toArray(Long[]::new));
  }

  private static @Nullable Long customerId(Request request) {
    JsonNode id = request.body().path("customer").path("id");
    return id.isIntegralNumber() ? id.longValue() : null;
  }

  private static @Nullable String address(Request request) {
    String email = request.body().path("customer").path("email").asText("");
    // PostgreSQL's text cannot hold a NUL
    String address = email.replace("\0", "").strip();
    return address.isEmpty() ? null : address;
  }

  private static Long[] orderIds(JsonNode body, String field) {
    return StreamSupport.stream(body.path(field).spliterator(), false)
        .filter(JsonNode::isIntegralNumber)
        .map(JsonNode::longValue)
        .toArray(Long[]::new);
  }

  private static Uni<Void> log(
      SqlClient tx, Request request, String carriedOut, @Nullable JsonObject export) {
    return tx.preparedQuery(LOG)
        .execute(
            Tuple.of(
                request.deliveryId(),
                request.shopId(),
                request.topic(),
                carriedOut,
                export,
                request.receivedAt()))
        .replaceWithVoid();
  }
}
