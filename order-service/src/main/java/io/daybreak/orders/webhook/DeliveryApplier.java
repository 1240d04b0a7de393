package io.daybreak.orders.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.daybreak.orders.compliance.Compliance;
import io.daybreak.orders.order.CustomerConsents;
import io.daybreak.orders.order.CustomerPayload;
import io.daybreak.orders.order.OrderIntake;
import io.daybreak.orders.order.WebhookPayload;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Applies a recorded delivery, in one transaction with the note that it is applied; the second time
 * nothing happens. The body is forgotten then: what it said is where it belongs.
 */
@ApplicationScoped
class DeliveryApplier {

  private static final String TAKE =
      """
      select d.shop_id, s.domain, d.topic, d.order_id, d.payload, d.received_at
      from webhook_delivery d join shop s on s.id = d.shop_id
      where d.id = $1 and d.state = 'RECEIVED'
      for update of d
      """;

  private static final String SETTLE =
      """
      update webhook_delivery set state = 'APPLIED', settled_at = now(), payload = null
      where id = $1
      """;

  private final Pool pool;
  private final OrderIntake orders;
  private final CustomerConsents consents;
  private final Compliance compliance;
  private final ObjectReader json;

  DeliveryApplier(
      Pool pool,
      OrderIntake orders,
      CustomerConsents consents,
      Compliance compliance,
      ObjectMapper mapper) {
    this.pool = pool;
    this.orders = orders;
    this.consents = consents;
    this.compliance = compliance;
    this.json = mapper.reader();
  }

  Uni<Void> apply(UUID deliveryId) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(TAKE)
                .execute(Tuple.of(deliveryId))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().voidItem()
                            : apply(tx, deliveryId, rows.iterator().next())));
  }

  private Uni<Void> apply(SqlConnection tx, UUID id, Row delivery) {
    Topic topic = Topic.byName(delivery.getString("topic")).orElseThrow();
    JsonNode body = read(delivery.getBuffer("payload"));
    return apply(tx, id, topic, delivery, body)
        .chain(() -> tx.preparedQuery(SETTLE).execute(Tuple.of(id)))
        .replaceWithVoid();
  }

  private Uni<?> apply(SqlConnection tx, UUID id, Topic topic, Row delivery, JsonNode body) {
    long shopId = delivery.getLong("shop_id");
    Long orderId = delivery.getLong("order_id");
    return switch (topic.subject()) {
      case ORDER -> orders.apply(tx, shopId, WebhookPayload.order(body));
      case FULFILMENT -> orders.apply(tx, shopId, orderId, WebhookPayload.fulfilment(body));
      case REFUND -> orders.apply(tx, shopId, orderId, WebhookPayload.refund(body));
      case DELETION ->
          orders.delete(tx, shopId, orderId, delivery.getOffsetDateTime("received_at").toInstant());
      case CUSTOMER ->
          CustomerPayload.consent(body)
              .<Uni<?>>map(consent -> consents.apply(tx, shopId, consent))
              .orElseGet(() -> Uni.createFrom().voidItem());
      case APP -> compliance.uninstalled(tx, shopId);
      case COMPLIANCE -> compliance(tx, id, topic, delivery, body);
    };
  }

  private Uni<?> compliance(SqlConnection tx, UUID id, Topic topic, Row delivery, JsonNode body) {
    Compliance.Request request =
        new Compliance.Request(
            id,
            delivery.getLong("shop_id"),
            delivery.getString("topic"),
            delivery.getOffsetDateTime("received_at"),
            body);
    return switch (topic) {
      case CUSTOMERS_DATA_REQUEST -> compliance.export(tx, request);
      case CUSTOMERS_REDACT -> compliance.redactCustomer(tx, request);
      default -> compliance.redactShop(tx, request);
    };
  }

  private JsonNode read(Buffer payload) {
    try {
      return json.readTree(payload.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("A recorded delivery is not JSON", e);
    }
  }
}
