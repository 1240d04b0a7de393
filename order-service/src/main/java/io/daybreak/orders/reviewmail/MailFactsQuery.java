package io.daybreak.orders.reviewmail;

import io.daybreak.orders.reviewmail.MailFacts.CustomerFacts;
import io.daybreak.orders.reviewmail.MailFacts.OrderFacts;
import io.daybreak.orders.reviewmail.MailFacts.ShopRules;
import io.daybreak.orders.shop.MailTrigger;
import io.daybreak.orders.smtp.MailAddress;
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
   * An order counts as refunded when Shopify says so, when what was paid back in the order's
   * currency reaches its total, or when no line is left: whichever arrives first.
   *
   * <p>It counts as sent when Shopify says so, or when parcels that left hold every piece that has
   * to be sent; parcels of which nobody says what is in them count unless Shopify says "partial".
   * 90 days of mails are enough for every cap.
   */
  private static final String FACTS =
      """
      select o.id as order_id, o.shop_id, not o.placeholder as arrived, o.test,
        o.deleted_at is not null as deleted,
        o.cancelled_at is not null as cancelled,
        coalesce(
          o.financial_status in ('refunded', 'voided')
          or o.total > 0 and o.total <= (select sum(r.amount) from refund r where r.order_id = o.id
               and (r.currency is null or o.currency is null or r.currency = o.currency))
          or (select max(current_quantity) = 0 and max(quantity) > 0
              from order_line where order_id = o.id), false) as refunded,
        o.redacted_at is not null as erased,
        exists (select from reviewable_line v where v.order_id = o.id)
          or not exists (select from order_line l where l.order_id = o.id) as reviewable,
        exists (select from exclusion e where e.shop_id = o.shop_id and (
            e.kind = 'CHANNEL' and e.value = o.channel
            or e.kind = 'TAG' and e.value = any (o.tags)
            or e.kind = 'CUSTOMER' and (e.value = lower(o.email)
                 or e.value = lower(split_part(o.email, '@', 2))))) as left_out,
        o.ordered_at, o.paid_at,
        case when p.parcels is null
               then case when not exists (select from fulfilment where order_id = o.id)
                         then o.fulfilled_at end
             when sent.wholly then p.sent_at end as fulfilled_at,
        case when p.parcels is null
               then case when not exists (select from fulfilment where order_id = o.id)
                         then o.fulfilled_at + make_interval(days => s.fallback_days) end
             when sent.wholly and p.all_arrive then p.arrived_at end as delivered_at,
        o.address_hash, o.email,
        coalesce((select c.accepts from customer_consent c
                  where c.shop_id = o.shop_id and c.told_at >= o.ordered_at
                    and c.customer in ('id:' || o.customer_id, 'mail:' || o.address_hash)
                  order by c.told_at desc limit 1), o.accepts_marketing) as accepts_marketing,
        (select u.reason from unsubscribed_address u
         where u.shop_id = o.shop_id and u.address_hash = o.address_hash) as suppressed,
        array(select m.claimed_at from review_mail m
              where m.shop_id = o.shop_id and m.address_hash = o.address_hash
                and m.state in ('SENDING', 'SENT', 'UNCLEAR')
                and m.claimed_at > now() - interval '90 days'
              order by m.claimed_at desc) as mails_at,
        s.mail_trigger, s.delay_days, s.send_time, s.time_zone, s.mails_per_30_days,
        s.days_between_mails, s.oldest_order_days, s.only_with_consent,
        s.paused_at is not null
          or exists (select from mail_server where held_until > now()) as paused, s.uninstalled_at is not null as uninstalled
      from shop_order o join shop s on s.id = o.shop_id
      cross join lateral (
        select array_agg(f.lines) as parcels, max(f.created_at) as sent_at,
          bool_and(f.lines is not null) as contents_told,
          bool_and(f.delivered_at is not null or not f.carrier_told and s.fallback_days is not null)
            as all_arrive,
          max(coalesce(f.delivered_at, f.created_at + make_interval(days => s.fallback_days)))
            as arrived_at
        from fulfilment f
        where f.order_id = o.id and coalesce(f.status, 'success') = 'success') p
      cross join lateral (
        select case
          when o.fulfilment_status = 'fulfilled' then true
          when p.contents_told then not exists (
            select from order_line l
            where l.order_id = o.id and l.current_quantity > 0 and l.shippable
              and l.current_quantity > coalesce((
                select sum((parcel.lines ->> l.line_id::text)::int)
                from unnest(p.parcels) as parcel (lines)), 0))
          else o.fulfilment_status is distinct from 'partial' end as wholly) sent
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
        row.getBoolean("deleted"),
        row.getBoolean("test"),
        row.getBoolean("cancelled"),
        row.getBoolean("refunded"),
        row.getBoolean("erased"),
        row.getBoolean("reviewable"),
        row.getBoolean("left_out"),
        row.getOffsetDateTime("ordered_at").toInstant(),
        moment(row, "paid_at"),
        moment(row, "fulfilled_at"),
        moment(row, "delivered_at"));
  }

  private static CustomerFacts customer(Row row) {
    String suppressed = row.getString("suppressed");
    return new CustomerFacts(
        row.getString("address_hash"),
        MailAddress.parse(row.getString("email")).isPresent(),
        row.getBoolean("accepts_marketing"),
        suppressed == null ? null : SkipReason.valueOf(suppressed),
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
