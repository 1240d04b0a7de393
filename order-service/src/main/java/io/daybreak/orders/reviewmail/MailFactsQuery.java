package io.daybreak.orders.reviewmail;

import io.daybreak.orders.reviewmail.MailFacts.CustomerFacts;
import io.daybreak.orders.reviewmail.MailFacts.OrderFacts;
import io.daybreak.orders.reviewmail.MailFacts.ShopRules;
import io.daybreak.orders.shop.MailTrigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads an order's {@link MailFacts} in one statement, as the transaction sees them. */
@ApplicationScoped
class MailFactsQuery {

  /**
   * An order counts as refunded when Shopify says so, when the refunds reach its total, or when no
   * line is left: whichever arrives first. 90 days of mails are enough for every cap.
   */
  private static final String FACTS =
      """
      select o.id as order_id, o.shop_id, not o.placeholder as arrived, o.test,
        o.cancelled_at is not null as cancelled,
        coalesce(
          o.financial_status in ('refunded', 'voided')
          or o.total > 0 and o.total <= (select sum(amount) from refund where order_id = o.id)
          or (select max(current_quantity) = 0 and max(quantity) > 0
              from order_line where order_id = o.id), false) as refunded,
        o.redacted_at is not null as erased,
        o.ordered_at, o.paid_at,
        coalesce(
          (select max(created_at) from fulfilment where order_id = o.id
             and coalesce(status, '') not in ('cancelled', 'error', 'failure')),
          case when not exists (select from fulfilment where order_id = o.id)
               then o.fulfilled_at end) as fulfilled_at,
        (select max(delivered_at) from fulfilment where order_id = o.id
           and coalesce(status, '') not in ('cancelled', 'error', 'failure')) as delivered_at,
        o.address_hash, o.accepts_marketing,
        exists (select from unsubscribed_address u
                where u.shop_id = o.shop_id and u.address_hash = o.address_hash) as unsubscribed,
        array(select m.claimed_at from review_mail m
              where m.shop_id = o.shop_id and m.address_hash = o.address_hash
                and m.state in ('SENDING', 'SENT', 'UNCLEAR')
                and m.claimed_at > now() - interval '90 days'
              order by m.claimed_at desc) as mails_at,
        s.mail_trigger, s.delay_days, s.send_time, s.time_zone, s.mails_per_30_days,
        s.days_between_mails, s.oldest_order_days, s.only_with_consent,
        s.paused_at is not null as paused, s.uninstalled_at is not null as uninstalled
      from shop_order o join shop s on s.id = o.shop_id
      where o.id = $1
      """;

  Uni<MailFacts> read(SqlClient tx, long orderId) {
    return tx.preparedQuery(FACTS)
        .execute(Tuple.of(orderId))
        .map(rows -> facts(rows.iterator().next()));
  }

  private static MailFacts facts(Row row) {
    return new MailFacts(
        row.getLong("shop_id"), row.getLong("order_id"), order(row), customer(row), rules(row));
  }

  private static OrderFacts order(Row row) {
    return new OrderFacts(
        row.getBoolean("arrived"),
        row.getBoolean("test"),
        row.getBoolean("cancelled"),
        row.getBoolean("refunded"),
        row.getBoolean("erased"),
        row.getOffsetDateTime("ordered_at").toInstant(),
        moment(row, "paid_at"),
        moment(row, "fulfilled_at"),
        moment(row, "delivered_at"));
  }

  private static CustomerFacts customer(Row row) {
    return new CustomerFacts(
        row.getString("address_hash"),
        row.getBoolean("accepts_marketing"),
        row.getBoolean("unsubscribed"),
        Arrays.stream(row.getArrayOfOffsetDateTimes("mails_at"))
            .map(OffsetDateTime::toInstant)
            .toList());
  }

  private static ShopRules rules(Row row) {
    return new ShopRules(
        MailTrigger.valueOf(row.getString("mail_trigger")),
        row.getInteger("delay_days"),
        row.getLocalTime("send_time"),
        ZoneId.of(row.getString("time_zone")),
        row.getInteger("mails_per_30_days"),
        row.getInteger("days_between_mails"),
        row.getInteger("oldest_order_days"),
        row.getBoolean("only_with_consent"),
        row.getBoolean("paused"),
        row.getBoolean("uninstalled"));
  }

  private static @Nullable Instant moment(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }
}
