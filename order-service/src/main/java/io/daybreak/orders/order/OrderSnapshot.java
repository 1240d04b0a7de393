package io.daybreak.orders.order;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    List<Refund> refunds,
    Origin origin) {

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

  /** An order of which nobody says where it was placed. */
  public OrderSnapshot(
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
    this(
        shopifyId,
        name,
        customer,
        status,
        moments,
        currency,
        total,
        test,
        versionAt,
        source,
        lines,
        fulfilments,
        refunds,
        Origin.UNKNOWN);
  }

  /**
   * A digest of what this version says, whatever told it: two versions of one moment with different
   * digests contradict each other.
   */
  byte[] content() {
    StringBuilder text = new StringBuilder();
    Stream.of(
            name,
            customer,
            status,
            moments.cancelledAt(),
            currency,
            total == null ? null : total.stripTrailingZeros().toPlainString(),
            test)
        .forEach(part -> text.append(part).append('\n'));
    lines.stream()
        .sorted(Comparator.comparingLong(Line::id))
        .forEach(
            line ->
                text.append(line.id())
                    .append('|')
                    .append(line.title())
                    .append('|')
                    .append(line.quantity())
                    .append('|')
                    .append(line.currentQuantity())
                    .append('\n'));
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
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
      long id,
      String title,
      int quantity,
      int currentQuantity,
      @Nullable BigDecimal price,
      Goods goods) {

    /** A line of which only this much is known; it counts as a product that is sent. */
    public Line(
        long id, String title, int quantity, int currentQuantity, @Nullable BigDecimal price) {
      this(id, title, quantity, currentQuantity, price, Goods.UNKNOWN);
    }
  }

  /**
   * What a line sells.
   *
   * @param productId Shopify's; null if it is none, or not known
   * @param type the shop's own word for the product, where the source knows it
   * @param tags of the product, null where the source does not know them
   * @param shippable whether it has to be sent
   * @param unfulfilled pieces still to be sent; null if the source does not say
   */
  public record Goods(
      LineKind kind,
      @Nullable Long productId,
      @Nullable String vendor,
      @Nullable String type,
      @Nullable List<String> tags,
      boolean shippable,
      @Nullable Integer unfulfilled) {

    public static final Goods UNKNOWN =
        new Goods(LineKind.PRODUCT, null, null, null, null, true, null);
  }

  /**
   * Where an order was placed.
   *
   * @param channel Shopify's word, such as {@code web} or {@code pos}
   * @param tags of the order, in lower case
   */
  public record Origin(@Nullable String channel, List<String> tags) {

    static final Origin UNKNOWN = new Origin(null, List.of());

    public Origin {
      tags = List.copyOf(tags);
    }
  }
}
