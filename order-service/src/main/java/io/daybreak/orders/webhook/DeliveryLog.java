package io.daybreak.orders.webhook;

import io.daybreak.contracts.order.OrderDelivered;
import io.daybreak.contracts.order.ShopNoticeDelivered;
import io.daybreak.contracts.order.ShopifyEvent;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Which deliveries were taken. A delivery and the message about it are one transaction. */
@ApplicationScoped
class DeliveryLog implements Retention {

  enum Outcome {
    ACCEPTED,
    /** Taken before; nothing happened. */
    DUPLICATE,
    /** Recorded, but its topic is nobody's concern. */
    IGNORED
  }

  /**
   * Once by the webhook's id, which a repetition keeps, and once by what an event says in a topic:
   * two subscriptions of one topic tell it under two webhook ids. The event's id alone would not
   * do, since one event causes webhooks of several topics and about several parcels.
   */
  private static final String RECORD =
      """
      insert into webhook_delivery
        (shop_id, webhook_id, event_id, topic, order_id, state, body_digest, payload)
      values ($1, $2, $3, $4, $5, $6, sha256($7), case when $6 = 'RECEIVED' then $7 end)
      on conflict do nothing
      returning id
      """;

  private static final String FORGET =
      """
      delete from webhook_delivery where id in (
        select id from webhook_delivery
        where received_at < now() - make_interval(secs => $1) and state <> 'RECEIVED'
        order by received_at
        limit $2
        for update skip locked)
      """;

  private final Pool pool;
  private final Outbox outbox;
  private final WebhookConfig config;

  DeliveryLog(Pool pool, Outbox outbox, WebhookConfig config) {
    this.pool = pool;
    this.outbox = outbox;
    this.config = config;
  }

  /** Completes after the commit. */
  Uni<Outcome> record(Delivery delivery) {
    return delivery.known() == null ? ignore(delivery) : accept(delivery);
  }

  @Override
  public String what() {
    return "settled webhook deliveries";
  }

  @Override
  public Duration age() {
    return config.remembered();
  }

  @Override
  public String statement() {
    return FORGET;
  }

  private Uni<Outcome> ignore(Delivery delivery) {
    return pool.preparedQuery(RECORD)
        .execute(columns(delivery, "IGNORED"))
        .map(rows -> rows.size() == 0 ? Outcome.DUPLICATE : Outcome.IGNORED);
  }

  private Uni<Outcome> accept(Delivery delivery) {
    return pool.withTransaction(tx -> accept(tx, delivery))
        .invoke(
            outcome -> {
              if (outcome == Outcome.ACCEPTED) {
                outbox.published();
              }
            });
  }

  private Uni<Outcome> accept(SqlConnection tx, Delivery delivery) {
    return tx.preparedQuery(RECORD)
        .execute(columns(delivery, "RECEIVED"))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Outcome.DUPLICATE)
                    : outbox
                        .add(tx, event(delivery, rows.iterator().next().getUUID("id")))
                        .replaceWith(Outcome.ACCEPTED));
  }

  private static ShopifyEvent event(Delivery delivery, UUID id) {
    Long orderId = delivery.orderId();
    return orderId == null
        ? new ShopNoticeDelivered(id, delivery.shop(), delivery.topicName())
        : new OrderDelivered(id, delivery.shop(), orderId, delivery.topicName());
  }

  private static Tuple columns(Delivery delivery, String state) {
    return Tuple.tuple()
        .addLong(delivery.shopId())
        .addString(delivery.webhookId())
        .addString(delivery.eventId())
        .addString(delivery.topicName())
        .addLong(delivery.orderId())
        .addString(state)
        .addValue(Buffer.buffer(delivery.body()));
  }
}
