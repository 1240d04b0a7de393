package io.daybreak.simulators.shopify.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order at one moment. A change makes a new version, so what was sent stays what it was.
 *
 * @param id 64 bits, too large for a JavaScript number
 * @param number what people call it by: {@code #1001}
 * @param updatedAt Shopify gives whole seconds, so two versions may bear the same moment
 * @param email null where Shopify hides it or nobody gave one
 * @param locale such as {@code ko-KR}
 */
public record Order(
    long id,
    int number,
    Instant createdAt,
    Instant updatedAt,
    boolean test,
    @Nullable String email,
    @Nullable Customer customer,
    String locale,
    String note,
    FinancialStatus financialStatus,
    @Nullable Instant cancelledAt,
    @Nullable String cancelReason,
    List<LineItem> lines,
    List<Fulfillment> fulfillments,
    List<Refund> refunds,
    Presentment presentment) {

  public Order {
    lines = List.copyOf(lines);
    fulfillments = List.copyOf(fulfillments);
    refunds = List.copyOf(refunds);
  }

  public String name() {
    return "#" + number;
  }

  public BigDecimal total() {
    return totalOf(lines.stream().map(line -> line.price().multiply(pieces(line.quantity()))));
  }

  /** What is left of the total after refunds. */
  public BigDecimal currentTotal() {
    return totalOf(
        lines.stream().map(line -> line.price().multiply(pieces(line.currentQuantity()))));
  }

  public BigDecimal amountOf(Refund refund) {
    return totalOf(
        lines.stream()
            .map(
                line -> line.price().multiply(pieces(refund.pieces().getOrDefault(line.id(), 0)))));
  }

  /** Null, {@code partial} or {@code fulfilled}, as REST payloads say it. */
  public @Nullable String fulfillmentStatus() {
    if (fulfillments.isEmpty()) {
      return null;
    }
    boolean open = lines.stream().anyMatch(line -> line.fulfillableQuantity() > 0);
    return open ? "partial" : "fulfilled";
  }

  Order paid(Instant at) {
    return version(at, FinancialStatus.PAID, lines, fulfillments, refunds);
  }

  /** Sends everything that is still to be sent, in one parcel. */
  Order fulfilled(long fulfillmentId, Instant at) {
    var parcel = new Fulfillment(fulfillmentId, fulfillments.size() + 1, at, at, null);
    return version(
        at,
        financialStatus,
        lines.stream().map(LineItem::sent).toList(),
        Stream.concat(fulfillments.stream(), Stream.of(parcel)).toList(),
        refunds);
  }

  Order delivered(Instant at) {
    return version(
        at,
        financialStatus,
        lines,
        fulfillments.stream().map(parcel -> parcel.delivered(at)).toList(),
        refunds);
  }

  /** A refund whose payment has not succeeded takes nothing from the order yet. */
  Order refunded(Refund refund) {
    if (!refund.paid()) {
      return version(refund.createdAt(), financialStatus, lines, fulfillments, with(refund));
    }
    return paidBack(refund, refund.createdAt());
  }

  /** The payments of the refunds that were pending ended like this. */
  Order settled(String outcome, Instant at) {
    Order settled = version(at, financialStatus, lines, fulfillments, refunds);
    for (Refund refund : refunds) {
      if (refund.status().equals("pending")) {
        Refund ended = refund.settled(outcome);
        settled =
            ended.paid()
                ? settled.paidBack(ended, at)
                : settled.version(
                    at, financialStatus, settled.lines, fulfillments, settled.with(ended));
      }
    }
    return settled;
  }

  private List<Refund> with(Refund refund) {
    return Stream.concat(
            refunds.stream().filter(known -> known.id() != refund.id()), Stream.of(refund))
        .toList();
  }

  private Order paidBack(Refund refund, Instant at) {
    List<LineItem> left =
        lines.stream()
            .map(line -> line.refunded(refund.pieces().getOrDefault(line.id(), 0)))
            .toList();
    boolean nothingLeft = left.stream().allMatch(line -> line.currentQuantity() == 0);
    return version(
        at,
        nothingLeft ? FinancialStatus.REFUNDED : FinancialStatus.PARTIALLY_REFUNDED,
        left,
        fulfillments,
        with(refund));
  }

  Order cancelled(String reason, Instant at) {
    return new Order(
        id,
        number,
        createdAt,
        at,
        test,
        email,
        customer,
        locale,
        note,
        financialStatus == FinancialStatus.PENDING ? FinancialStatus.VOIDED : financialStatus,
        at,
        reason,
        lines,
        fulfillments,
        refunds,
        presentment);
  }

  Order noted(String text, Instant at) {
    return new Order(
        id,
        number,
        createdAt,
        at,
        test,
        email,
        customer,
        locale,
        text,
        financialStatus,
        cancelledAt,
        cancelReason,
        lines,
        fulfillments,
        refunds,
        presentment);
  }

  private Order version(
      Instant at,
      FinancialStatus status,
      List<LineItem> newLines,
      List<Fulfillment> newFulfillments,
      List<Refund> newRefunds) {
    return new Order(
        id,
        number,
        createdAt,
        at,
        test,
        email,
        customer,
        locale,
        note,
        status,
        cancelledAt,
        cancelReason,
        newLines,
        newFulfillments,
        newRefunds,
        presentment);
  }

  private static BigDecimal totalOf(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal pieces(int quantity) {
    return BigDecimal.valueOf(quantity);
  }
}
