package io.daybreak.orders.order;

import io.daybreak.orders.compliance.ErasedCustomers;
import io.daybreak.orders.reviewmail.MailPlanner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The one way by which anything about an order becomes part of it, whatever brought it: store what
 * is newer, then plan the order's mail anew, in the caller's transaction.
 */
@ApplicationScoped
public class OrderIntake {

  private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

  private final OrderStore store;
  private final OrderParts parts;
  private final Products products;
  private final ErasedCustomers erased;
  private final MailPlanner planner;

  OrderIntake(
      OrderStore store,
      OrderParts parts,
      Products products,
      ErasedCustomers erased,
      MailPlanner planner) {
    this.store = store;
    this.parts = parts;
    this.products = products;
    this.erased = erased;
    this.planner = planner;
  }

  /**
   * Applies several orders of a shop in one transaction, always in the order of their ids: two
   * transactions with the orders {A, B} and {B, A} would otherwise wait for each other. Products,
   * which orders share, come before all orders for the same reason.
   *
   * @return how many orders met each fate
   */
  public Uni<Map<Applied, Integer>> applyAll(
      SqlClient tx, long shopId, Collection<OrderSnapshot> orders) {
    List<OrderSnapshot> sorted =
        orders.stream().sorted(Comparator.comparingLong(OrderSnapshot::shopifyId)).toList();
    return products
        .save(tx, shopId, sorted)
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(sorted)
                    .onItem()
                    .transformToUniAndConcatenate(order -> save(tx, shopId, order))
                    .collect()
                    .in(
                        () -> new EnumMap<>(Applied.class),
                        (counts, applied) -> counts.merge(applied, 1, Integer::sum)));
  }

  public Uni<Applied> apply(SqlClient tx, long shopId, OrderSnapshot order) {
    return products.save(tx, shopId, List.of(order)).chain(() -> save(tx, shopId, order));
  }

  private Uni<Applied> save(SqlClient tx, long shopId, OrderSnapshot order) {
    return store
        .save(tx, shopId, order)
        .chain(
            saved ->
                addParts(tx, saved.id(), order)
                    .call(() -> saved.tie() ? store.askForTruth(tx, saved.id()) : NOTHING)
                    .call(() -> keepErased(tx, shopId, saved, order))
                    .call(() -> plan(tx, saved.id(), order))
                    .map(
                        changed ->
                            saved.applied() == Applied.UNCHANGED && changed > 0
                                ? Applied.UPDATED
                                : saved.applied()));
  }

  /** A fulfilment by itself; it may come before its order. */
  public Uni<Void> apply(SqlClient tx, long shopId, long shopifyId, Fulfilment fulfilment) {
    return store
        .holdPlace(tx, shopId, shopifyId, fulfilment.createdAt())
        .chain(
            id ->
                parts
                    .saveFulfilments(
                        tx,
                        id,
                        List.of(fulfilment),
                        OrderParts.Told.byItself(fulfilment.updatedAt()))
                    .chain(() -> planner.plan(tx, id)));
  }

  /** A refund by itself; it may come before its order. */
  public Uni<Void> apply(SqlClient tx, long shopId, long shopifyId, Refund refund) {
    return store
        .holdPlace(tx, shopId, shopifyId, refund.createdAt())
        .chain(
            id ->
                parts
                    .saveRefunds(
                        tx, id, List.of(refund), OrderParts.Told.byItself(refund.createdAt()))
                    .chain(() -> planner.plan(tx, id)));
  }

  /** An order that the merchant deleted: whatever is told late, it gets no mail. */
  public Uni<Void> delete(SqlClient tx, long shopId, long shopifyId, Instant at) {
    return store
        .holdPlace(tx, shopId, shopifyId, at)
        .call(id -> store.markDeleted(tx, id))
        .chain(id -> planner.plan(tx, id));
  }

  /** An order that is new here, or comes from a file, may be older than its customer's erasure. */
  private Uni<?> keepErased(
      SqlClient tx, long shopId, OrderStore.Saved saved, OrderSnapshot order) {
    return saved.applied() == Applied.NEW || order.source() == OrderSource.CSV
        ? erased.eraseAgain(tx, shopId, order.shopifyId())
        : NOTHING;
  }

  /** A file only tells what was; it never makes a mail go out. */
  private Uni<Void> plan(SqlClient tx, long id, OrderSnapshot order) {
    return order.source() == OrderSource.CSV ? planner.planPast(tx, id) : planner.plan(tx, id);
  }

  /** Parts have versions of their own: an old order may still tell of a parcel nobody knew of. */
  private Uni<Integer> addParts(SqlClient tx, long id, OrderSnapshot order) {
    OrderParts.Told told = OrderParts.Told.by(order);
    return parts
        .saveFulfilments(tx, id, order.fulfilments(), told)
        .chain(
            changed ->
                parts.saveRefunds(tx, id, order.refunds(), told).map(added -> changed + added));
  }
}
