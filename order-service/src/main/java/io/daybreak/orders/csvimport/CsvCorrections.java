package io.daybreak.orders.csvimport;

import io.daybreak.orders.order.Applied;
import io.daybreak.orders.order.OrderSnapshot;
import io.daybreak.orders.reviewmail.MailPlanner;
import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A second upload corrects the first: of an order that only files have told of, with the same
 * moments in it, another address or consent is taken, as long as no mail about it was sent or is
 * being sent. What Shopify has told is never corrected by a file.
 */
@ApplicationScoped
class CsvCorrections {

  private static final String CORRECT =
      """
      update shop_order o
      set email = $4, address_hash = $5, accepts_marketing = $6, changed_at = now()
      where o.shop_id = $1 and o.shopify_id = $2 and o.source = 'CSV' and o.version_at = $3
        and o.redacted_at is null and $4::text is not null
        and (o.email, o.accepts_marketing) is distinct from ($4, $6)
        and not exists (
          select from review_mail m
          where m.order_id = o.id and m.state in ('SENDING', 'SENT', 'UNCLEAR'))
      returning o.id
      """;

  private final MailPlanner planner;

  CsvCorrections(MailPlanner planner) {
    this.planner = planner;
  }

  /**
   * Corrects those orders of a batch that were left as they were.
   *
   * @param applied what became of the batch before
   * @return the same with the corrected orders counted as updated
   */
  Uni<Map<Applied, Integer>> apply(
      SqlClient tx, long shopId, Collection<OrderSnapshot> orders, Map<Applied, Integer> applied) {
    int unchanged = applied.getOrDefault(Applied.UNCHANGED, 0);
    if (unchanged == 0) {
      return Uni.createFrom().item(applied);
    }
    List<OrderSnapshot> sorted =
        orders.stream()
            .sorted(java.util.Comparator.comparingLong(OrderSnapshot::shopifyId))
            .toList();
    return Multi.createFrom()
        .iterable(sorted)
        .onItem()
        .transformToUniAndConcatenate(order -> correct(tx, shopId, order))
        .collect()
        .asList()
        .map(corrected -> counted(applied, corrected.stream().mapToInt(i -> i).sum()));
  }

  private Uni<Integer> correct(SqlClient tx, long shopId, OrderSnapshot order) {
    String email = order.customer().email();
    Tuple values =
        Tuple.tuple()
            .addLong(shopId)
            .addLong(order.shopifyId())
            .addOffsetDateTime(order.versionAt().atOffset(ZoneOffset.UTC))
            .addString(email)
            .addString(AddressHash.of(email))
            .addBoolean(order.customer().acceptsMarketing());
    return tx.preparedQuery(CORRECT)
        .execute(values)
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(0)
                    : planner.planPast(tx, rows.iterator().next().getLong("id")).replaceWith(1));
  }

  private static Map<Applied, Integer> counted(Map<Applied, Integer> applied, int corrected) {
    Map<Applied, Integer> counts = new EnumMap<>(Applied.class);
    counts.putAll(applied);
    counts.merge(Applied.UNCHANGED, -corrected, Integer::sum);
    counts.merge(Applied.UPDATED, corrected, Integer::sum);
    return counts;
  }
}
