package io.daybreak.orders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as one source saw it at one moment.
 *
 * @param shopifyId Shopify's id, 64 bits
 * @param name what people call it, such as {@code #1001}
 * @param versionAt when Shopify last changed what is described here; the newest version is kept
 */
public record OrderSnapshot(
    long shopifyId,
    String name,
    Customer customer,
    Status status,
    Moments moments,
    @Nullable String currency,
    @Nullable BigDecimal total,
    boolean test,
    Instant versionAt,
    OrderSource source,
    List<Line> lines,
    List<Fulfilment> fulfilments,
    List<Refund> refunds) {

  private static final Map<String, Integer> FINANCIAL_RANKS =
      Map.of(
          "authorized", 1,
          "partially_paid", 2,
          "paid", 3,
          "partially_refunded", 4,
          "refunded", 5,
          "voided", 5);
  private static final Map<String, Integer> FULFILMENT_RANKS =
      Map.of("partial", 1, "fulfilled", 2, "restocked", 3);

  public OrderSnapshot {
    lines = List.copyOf(lines);
    fulfilments = List.copyOf(fulfilments);
    refunds = List.copyOf(refunds);
  }

  /**
   * How far the order has come, to decide between two versions of one moment: {@code updated_at}
   * counts whole seconds, and an order is often created, paid and fulfilled within one.
   */
  int versionRank() {
    return (moments.cancelledAt() == null ? 0 : 100)
        + 10 * rank(FINANCIAL_RANKS, status.financial())
        + rank(FULFILMENT_RANKS, status.fulfilment());
  }

  private static int rank(Map<String, Integer> ranks, @Nullable String status) {
    return status == null ? 0 : ranks.getOrDefault(status, 0);
  }

  /**
   * @param id Shopify's id; null for a guest, or where Shopify withholds it
   * @param email null where the order has none, as at a point of sale
   */
  public record Customer(
      @Nullable Long id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String locale,
      boolean acceptsMarketing) {}

  /** Shopify's own words, in lower case, such as {@code paid} and {@code partial}. */
  public record Status(@Nullable String financial, @Nullable String fulfilment) {

    boolean paid() {
      return financial != null
          && (financial.equals("paid")
              || financial.equals("partially_refunded")
              || financial.equals("refunded"));
    }

    boolean fulfilled() {
      return "fulfilled".equals(fulfilment);
    }
  }

  /**
   * @param fulfilledAt where the source knows it without listing fulfilments
   */
  public record Moments(
      Instant orderedAt, @Nullable Instant fulfilledAt, @Nullable Instant cancelledAt) {}

  /**
   * @param id Shopify's id, or the line's place where the source has no ids
   * @param currentQuantity what is left after refunds and removals
   */
  public record Line(
      long id, String title, int quantity, int currentQuantity, @Nullable BigDecimal price) {}
}
