package io.daybreak.orders.reviewmail;

import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows which mails wait for the end of a shop's pause, and which of them would really go out. */
@ApplicationScoped
class Backlogs {

  /**
   * @param wouldBeSkipped the guard that would hold the mail back, null if it would be sent
   */
  record WaitingMail(
      UUID id, String orderId, String orderName, @Nullable SkipReason wouldBeSkipped) {}

  private static final String COUNT =
      """
      select count(*) as total from review_mail
      where shop_id = $1 and state in ('SCHEDULED', 'DUE') and due_at <= now() and not forced
      """;

  private static final String PAGE =
      """
      select m.id, m.order_id, o.shopify_id, o.name
      from review_mail m join shop_order o on o.id = m.order_id
      where m.shop_id = $1 and m.state in ('SCHEDULED', 'DUE') and m.due_at <= now()
        and not m.forced
      order by m.due_at, m.id limit $2 offset $3
      """;

  private final Pool pool;
  private final MailFactsQuery facts;
  private final Clock clock;

  Backlogs(Pool pool, MailFactsQuery facts, Clock clock) {
    this.pool = pool;
    this.facts = facts;
    this.clock = clock;
  }

  Uni<Listing<WaitingMail>> list(long shopId, PageRequest page) {
    return pool.withConnection(
        connection ->
            connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(shopId))
                .map(rows -> rows.iterator().next().getLong("total"))
                .chain(total -> list(connection, shopId, page, total)));
  }

  private Uni<Listing<WaitingMail>> list(
      SqlConnection connection, long shopId, PageRequest page, long total) {
    return connection
        .preparedQuery(PAGE)
        .execute(Tuple.of(shopId, page.size(), page.offset()))
        .chain(rows -> judge(connection, rows))
        .map(mails -> new Listing<>(mails, page.number(), page.size(), total));
  }

  private Uni<List<WaitingMail>> judge(SqlConnection connection, Iterable<Row> rows) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(
            row ->
                facts.read(connection, row.getLong("order_id")).map(facts -> waiting(row, facts)))
        .collect()
        .asList();
  }

  private WaitingMail waiting(Row row, MailFacts facts) {
    return new WaitingMail(
        row.getUUID("id"),
        Long.toString(row.getLong("shopify_id")),
        row.getString("name"),
        SendRules.guard(facts, clock.instant()).orElse(null));
  }
}
