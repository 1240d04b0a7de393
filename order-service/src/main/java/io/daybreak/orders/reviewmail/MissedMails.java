package io.daybreak.orders.reviewmail;

import io.daybreak.kit.access.Scope;
import io.daybreak.orders.reviewmail.SendRules.Plan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds orders whose request was never planned, failed, or was skipped for a reason that may have
 * passed, and plans it. What is unclear, cancelled by a person, or skipped for good stays.
 */
@ApplicationScoped
public class MissedMails {

  /**
   * Which orders are looked at.
   *
   * @param since orders placed at or after
   * @param whose only shops of these organisations
   * @param shop only this domain, null for all
   */
  public record Range(Instant since, Scope whose, @Nullable String shop) {}

  private static final String[] PASSING_REASONS = {
    SkipReason.REFUNDED.name(),
    SkipReason.NO_ADDRESS.name(),
    SkipReason.ADDRESS_INVALID.name(),
    SkipReason.ADDRESS_REFUSED.name(),
    SkipReason.UNSUBSCRIBED.name(),
    SkipReason.NOTHING_TO_REVIEW.name(),
    SkipReason.EXCLUDED.name(),
    SkipReason.NO_CONSENT.name(),
    SkipReason.TOO_OLD.name(),
    SkipReason.TRIGGER_WITHDRAWN.name(),
    SkipReason.SHOP_UNINSTALLED.name()
  };

  private static final String CANDIDATES =
      """
      select o.id, s.domain, o.shopify_id, o.name, m.reason
      from shop_order o
      join shop s on s.id = o.shop_id
      left join review_mail m on m.order_id = o.id and m.kind = 'REQUEST'
      where o.ordered_at >= $1 and o.id > $2 and not o.placeholder and s.uninstalled_at is null
        and in_scope($3, s.organisation_id)
        and ($4::text is null or s.domain = $4)
        and (m.id is null or not m.perhaps_sent
               and (m.state in ('FAILED', 'WAITING')
                    or m.state = 'SKIPPED' and m.reason = any($5)))
      order by o.id
      limit $6
      """;

  private static final String LOCKED = CANDIDATES + " for update of o";

  private static final String PLAN =
      """
      insert into review_mail as m
        (shop_id, order_id, kind, state, address_hash, trigger_at, due_at)
      values ($1, $2, 'REQUEST', 'SCHEDULED', $3, $4, $5)
      on conflict (order_id, kind) do update set
        state = 'SCHEDULED', reason = null, detail = null, claimed_by = null, claimed_until = null, forced = false,
        address_hash = excluded.address_hash, trigger_at = excluded.trigger_at,
        due_at = excluded.due_at, state_since = now()
      where not m.perhaps_sent
        and (m.state in ('FAILED', 'WAITING') or m.state = 'SKIPPED' and m.reason = any($6))
      """;

  private static final String UNCLEAR =
      """
      select count(*) as unclear
      from review_mail m join shop_order o on o.id = m.order_id join shop s on s.id = o.shop_id
      where (m.state = 'UNCLEAR' or m.perhaps_sent and m.state in ('FAILED', 'SKIPPED'))
        and o.ordered_at >= $1
        and in_scope($2, s.organisation_id) and ($3::text is null or s.domain = $3)
      """;

  private final Pool pool;
  private final MailFactsQuery facts;
  private final Clock clock;

  MissedMails(Pool pool, MailFactsQuery facts, Clock clock) {
    this.pool = pool;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * The next orders after a row, in one transaction.
   *
   * @param dryRun whether to look only
   * @param limit most orders to look at
   */
  public Uni<List<MissedMail>> next(Range range, long afterRow, int limit, boolean dryRun) {
    Tuple parameters =
        Tuple.of(
            range.since().atOffset(ZoneOffset.UTC),
            afterRow,
            range.whose().parameter(),
            range.shop(),
            PASSING_REASONS,
            limit);
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(dryRun ? CANDIDATES : LOCKED)
                .execute(parameters)
                .chain(rows -> decide(tx, rows, dryRun)));
  }

  /** Mails that perhaps were sent: they wait for a person, whatever is planned here. */
  public Uni<Long> unclear(Range range) {
    return pool.preparedQuery(UNCLEAR)
        .execute(
            Tuple.of(
                range.since().atOffset(ZoneOffset.UTC), range.whose().parameter(), range.shop()))
        .map(rows -> rows.iterator().next().getLong("unclear"));
  }

  private Uni<List<MissedMail>> decide(SqlConnection tx, RowSet<Row> rows, boolean dryRun) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(
            row -> facts.read(tx, row.getLong("id")).chain(facts -> decide(tx, row, facts, dryRun)))
        .collect()
        .asList();
  }

  private Uni<MissedMail> decide(SqlConnection tx, Row row, MailFacts facts, boolean dryRun) {
    Plan plan = SendRules.plan(facts, clock.instant());
    MissedMail missed = missed(row, plan);
    if (dryRun || !(plan instanceof Plan.Send send)) {
      return Uni.createFrom().item(missed);
    }
    return tx.preparedQuery(PLAN)
        .execute(
            Tuple.of(
                facts.shopId(),
                facts.orderId(),
                facts.customer().addressHash(),
                send.triggerAt().atOffset(ZoneOffset.UTC),
                send.dueAt().atOffset(ZoneOffset.UTC),
                PASSING_REASONS))
        .replaceWith(missed);
  }

  private static MissedMail missed(Row row, Plan plan) {
    return new MissedMail(
        row.getLong("id"),
        row.getString("domain"),
        Long.toString(row.getLong("shopify_id")),
        row.getString("name"),
        row.getString("reason"),
        plan instanceof Plan.Send send ? send.dueAt() : null,
        plan instanceof Plan.Skip skip ? skip.reason() : null);
  }
}
