package io.daybreak.orders.reviewmail;

import io.daybreak.orders.reviewmail.SendRules.Plan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings the plan of an order's request up to date with its facts. Planning the same facts again
 * changes nothing; the caller holds the lock of the order's row.
 */
@ApplicationScoped
public class MailPlanner {

  /**
   * One mail per (order, kind), whatever calls this and however often. A mail keeps its date unless
   * its trigger moved: an overdue one would otherwise be put off for ever by a busy order. What a
   * person forced is left to the guards at the claim.
   */
  private static final String SCHEDULE =
      """
      insert into review_mail as m
        (shop_id, order_id, kind, state, address_hash, trigger_at, due_at)
      values ($1, $2, 'REQUEST', 'SCHEDULED', $3, $4, $5)
      on conflict (order_id, kind) do update set
        state = 'SCHEDULED', claimed_by = null, claimed_until = null, reason = null, detail = null,
        address_hash = excluded.address_hash,
        trigger_at = excluded.trigger_at,
        due_at = case when m.state <> 'SKIPPED' and m.trigger_at = excluded.trigger_at
                      then m.due_at else excluded.due_at end,
        state_since = now()
      where m.state = 'WAITING'
         or m.state = 'SKIPPED' and m.reason = any($6) and not m.perhaps_sent
         or m.state in ('SCHEDULED', 'DUE') and not m.forced
            and (m.trigger_at, m.address_hash)
                is distinct from (excluded.trigger_at, excluded.address_hash)
      """;

  private static final String SKIP_REQUEST =
      """
      insert into review_mail as m
        (shop_id, order_id, kind, state, reason, address_hash, trigger_at)
      values ($1, $2, 'REQUEST', 'SKIPPED', $5, $3, $4)
      on conflict (order_id, kind) do update set
        state = 'SKIPPED', reason = excluded.reason, state_since = now()
      where m.state in ('WAITING', 'SCHEDULED', 'DUE') and (not m.forced or not $6)
         or m.state = 'SKIPPED' and m.reason <> excluded.reason and m.reason = any($7)
      """;

  /** A reminder is planned when its request was sent; here only facts reach it, no rules. */
  private static final String SKIP_REMINDER =
      """
      update review_mail set state = 'SKIPPED', reason = $2, state_since = now()
      where order_id = $1 and kind = 'REMINDER' and state in ('SCHEDULED', 'DUE')
      """;

  /** Facts that were corrected give the reminder back the date it had. */
  private static final String REVISE_REMINDER =
      """
      update review_mail set state = 'SCHEDULED', reason = null, state_since = now()
      where order_id = $1 and kind = 'REMINDER' and state = 'SKIPPED' and due_at is not null
        and reason = any($2) and not perhaps_sent
      """;

  /** Every order has its line in the history, also while it waits. */
  private static final String WAIT =
      """
      insert into review_mail as m (shop_id, order_id, kind, state, reason, address_hash)
      values ($1, $2, 'REQUEST', 'WAITING', $4, $3)
      on conflict (order_id, kind) do update set reason = excluded.reason, state_since = now()
      where m.state = 'WAITING' and m.reason is distinct from excluded.reason
      """;

  /** What only a file tells of is over: its mail takes a decision of its own. */
  private static final String SET_ASIDE =
      """
      insert into review_mail as m
        (shop_id, order_id, kind, state, reason, address_hash, trigger_at)
      values ($1, $2, 'REQUEST', 'SKIPPED', 'PAST_ORDER', $3, $4)
      on conflict (order_id, kind) do update set
        state = 'SKIPPED', reason = 'PAST_ORDER', address_hash = excluded.address_hash,
        trigger_at = excluded.trigger_at, state_since = now()
      where m.state = 'WAITING'
         or m.state = 'SKIPPED' and m.reason = any($5) and not m.perhaps_sent
      """;

  private static final String WITHDRAW =
      """
      update review_mail
      set state = 'SKIPPED', reason = 'TRIGGER_WITHDRAWN', state_since = now()
      where order_id = $1 and kind = 'REQUEST' and state in ('SCHEDULED', 'DUE') and not forced
      """;

  private static final String[] REVISABLE =
      Arrays.stream(SkipReason.values())
          .filter(SkipReason::endsWithTheOrder)
          .map(Enum::name)
          .toArray(String[]::new);

  private final MailFactsQuery query;
  private final Clock clock;

  MailPlanner(MailFactsQuery query, Clock clock) {
    this.query = query;
    this.clock = clock;
  }

  public Uni<Void> plan(SqlClient tx, long orderId) {
    return query.read(tx, orderId).chain(facts -> write(tx, facts, false)).replaceWithVoid();
  }

  /**
   * The same for what a file of past orders tells, which never gives a mail a date. What has not
   * been shipped by then gets its line once Shopify tells of it.
   */
  public Uni<Void> planPast(SqlClient tx, long orderId) {
    return query.read(tx, orderId).chain(facts -> write(tx, facts, true)).replaceWithVoid();
  }

  private Uni<?> write(SqlClient tx, MailFacts facts, boolean past) {
    Plan plan = SendRules.plan(facts, clock.instant());
    if (plan instanceof Plan.Send send) {
      return past ? setAside(tx, facts, send) : schedule(tx, facts, send);
    }
    if (plan instanceof Plan.Skip skip) {
      return skip(tx, facts, skip);
    }
    if (plan instanceof Plan.NotYet notYet) {
      return tx.preparedQuery(WITHDRAW)
          .execute(Tuple.of(facts.orderId()))
          .chain(() -> past ? Uni.createFrom().voidItem() : await(tx, facts, notYet));
    }
    return Uni.createFrom().voidItem();
  }

  private static Uni<?> await(SqlClient tx, MailFacts facts, Plan.NotYet notYet) {
    return tx.preparedQuery(WAIT)
        .execute(
            Tuple.of(
                facts.shopId(),
                facts.orderId(),
                facts.customer().addressHash(),
                notYet.waitsFor().name()));
  }

  private static Uni<?> setAside(SqlClient tx, MailFacts facts, Plan.Send send) {
    return tx.preparedQuery(SET_ASIDE)
        .execute(
            Tuple.of(
                facts.shopId(),
                facts.orderId(),
                facts.customer().addressHash(),
                utc(send.triggerAt()),
                REVISABLE));
  }

  private static Uni<?> schedule(SqlClient tx, MailFacts facts, Plan.Send send) {
    return tx.preparedQuery(SCHEDULE)
        .execute(
            Tuple.of(
                facts.shopId(),
                facts.orderId(),
                facts.customer().addressHash(),
                utc(send.triggerAt()),
                utc(send.dueAt()),
                REVISABLE))
        .chain(
            () ->
                tx.preparedQuery(REVISE_REMINDER)
                    .execute(Tuple.tuple().addLong(facts.orderId()).addArrayOfString(REVISABLE)));
  }

  private static Uni<?> skip(SqlClient tx, MailFacts facts, Plan.Skip skip) {
    Tuple request =
        Tuple.tuple()
            .addLong(facts.shopId())
            .addLong(facts.orderId())
            .addString(facts.customer().addressHash())
            .addOffsetDateTime(utc(skip.triggerAt()))
            .addString(skip.reason().name())
            .addBoolean(skip.reason().canBeOverruled())
            .addArrayOfString(REVISABLE);
    Uni<?> skipped = tx.preparedQuery(SKIP_REQUEST).execute(request);
    if (skip.reason().canBeOverruled()) {
      return skipped;
    }
    Tuple reminder = Tuple.of(facts.orderId(), skip.reason().name());
    return skipped.chain(() -> tx.preparedQuery(SKIP_REMINDER).execute(reminder));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
