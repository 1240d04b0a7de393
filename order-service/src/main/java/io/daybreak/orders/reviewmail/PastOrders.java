package io.daybreak.orders.reviewmail;

import io.daybreak.orders.reviewmail.MailFacts.CustomerFacts;
import io.daybreak.orders.reviewmail.MailFacts.ShopRules;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Past orders whose mails were set aside: which may get one, and when, so many a day. */
@ApplicationScoped
public class PastOrders {

  /**
   * @param perDay most mails a day
   * @param from ordered at or after, null for all
   * @param to ordered before, null for all
   * @param at the moment from which the days count
   */
  public record Scope(
      long shopId, int perDay, @Nullable Instant from, @Nullable Instant to, Instant at) {}

  /** What was found, or planned. */
  public record Found(
      long orders,
      long mails,
      Map<SkipReason, Long> skipped,
      @Nullable Instant first,
      @Nullable Instant last) {}

  private static final int BATCH = 200;

  /** For a shop that sends at any time of day: nobody gets such mail at night. */
  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** The newest first: what was bought last is remembered best. */
  private static final String CANDIDATES =
      """
      select m.id, m.order_id, o.ordered_at
      from review_mail m join shop_order o on o.id = m.order_id
      where m.shop_id = $1 and m.kind = 'REQUEST' and m.state = 'SKIPPED'
        and m.reason = 'PAST_ORDER' and not m.perhaps_sent
        and ($2::timestamptz is null or o.ordered_at >= $2)
        and ($3::timestamptz is null or o.ordered_at < $3)
        and (o.ordered_at, m.order_id) < ($4, $5)
      order by o.ordered_at desc, m.order_id desc
      limit $6
      """;

  private static final String PLAN =
      """
      update review_mail set state = 'SCHEDULED', reason = null, due_at = $2, state_since = now()
      where id = $1 and state = 'SKIPPED' and reason = 'PAST_ORDER' and not perhaps_sent
      """;

  private final Pool pool;
  private final MailFactsQuery facts;

  PastOrders(Pool pool, MailFactsQuery facts) {
    this.pool = pool;
    this.facts = facts;
  }

  /**
   * @param write whether the mails get their dates; otherwise nothing changes
   */
  public Uni<Found> plan(Scope scope, boolean write) {
    Tally tally = new Tally(scope);
    return batch(scope, OffsetDateTime.MAX.withYear(9999), Long.MAX_VALUE, write, tally)
        .map(done -> tally.found());
  }

  private Uni<Void> batch(
      Scope scope, OffsetDateTime before, long beforeOrder, boolean write, Tally tally) {
    Tuple values =
        Tuple.tuple()
            .addLong(scope.shopId())
            .addOffsetDateTime(utc(scope.from()))
            .addOffsetDateTime(utc(scope.to()))
            .addOffsetDateTime(before)
            .addLong(beforeOrder)
            .addInteger(BATCH);
    return pool.withTransaction(
            tx ->
                tx.preparedQuery(CANDIDATES)
                    .execute(values)
                    .call(rows -> decide(tx, rows, write, tally)))
        .chain(
            rows -> {
              if (rows.size() < BATCH) {
                return Uni.createFrom().voidItem();
              }
              Row last = last(rows);
              return batch(
                  scope,
                  last.getOffsetDateTime("ordered_at"),
                  last.getLong("order_id"),
                  write,
                  tally);
            });
  }

  private Uni<Void> decide(SqlConnection tx, RowSet<Row> rows, boolean write, Tally tally) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(row -> decide(tx, row, write, tally))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> decide(SqlConnection tx, Row row, boolean write, Tally tally) {
    UUID id = row.getUUID("id");
    return facts
        .read(tx, row.getLong("order_id"))
        .map(tally::dateFor)
        .chain(
            date ->
                date.isPresent() && write
                    ? tx.preparedQuery(PLAN)
                        .execute(Tuple.of(id, utc(date.get())))
                        .replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }

  private static Row last(RowSet<Row> rows) {
    Row last = rows.iterator().next();
    for (Row row : rows) {
      last = row;
    }
    return last;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  /** Counts, and gives dates; what it planned for a customer counts for their next order. */
  private static final class Tally {

    private final Scope scope;
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final Map<String, List<Instant>> planned = new HashMap<>();
    private long orders;
    private long mails;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Tally(Scope scope) {
      this.scope = scope;
    }

    Optional<Instant> dateFor(MailFacts facts) {
      orders++;
      Instant date = date(facts.rules());
      String address = String.valueOf(facts.customer().addressHash());
      Optional<SkipReason> reason = SendRules.guard(withPlanned(facts, address), date);
      if (reason.isPresent()) {
        skipped.merge(reason.get(), 1L, Long::sum);
        return Optional.empty();
      }
      mails++;
      first = first == null || date.isBefore(first) ? date : first;
      last = last == null || date.isAfter(last) ? date : last;
      planned.computeIfAbsent(address, any -> new ArrayList<>()).add(date);
      return Optional.of(date);
    }

    /** The day of the next mail, at the shop's time of day. */
    private Instant date(ShopRules rules) {
      LocalTime time = rules.sendTime() == null ? MORNING : rules.sendTime();
      int day = (int) (mails / scope.perDay());
      return SendRules.dueAt(scope.at(), day, time, rules.timeZone(), scope.at());
    }

    private MailFacts withPlanned(MailFacts facts, String address) {
      CustomerFacts customer = facts.customer();
      List<Instant> mailsAt = new ArrayList<>(customer.mailsAt());
      mailsAt.addAll(planned.getOrDefault(address, List.of()));
      return new MailFacts(
          facts.shopId(),
          facts.orderId(),
          facts.order(),
          new CustomerFacts(
              customer.addressHash(),
              customer.addressUsable(),
              customer.acceptsMarketing(),
              customer.suppressed(),
              List.copyOf(mailsAt)),
          facts.rules());
    }

    Found found() {
      return new Found(orders, mails, skipped, first, last);
    }
  }
}
