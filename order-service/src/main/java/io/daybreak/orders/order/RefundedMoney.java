package io.daybreak.orders.order;

import static io.daybreak.orders.order.JsonFields.lowerText;
import static io.daybreak.orders.order.JsonFields.money;
import static io.daybreak.orders.order.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a refund paid back. Only transactions that succeeded did; they are in the customer's
 * currency, which may be another one than the shop's, so the amounts in the shop's money are taken
 * where the refund has them.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-rest/latest/resources/refund">the refund's
 *     fields</a>
 */
final class RefundedMoney {

  /**
   * @param currency null for the shop's
   */
  record Money(BigDecimal amount, @Nullable String currency) {}

  private RefundedMoney() {}

  static Money of(JsonNode refund) {
    JsonNode transactions = refund.path("transactions");
    if (transactions.isEmpty()) {
      return new Money(ofParts(refund).stream().reduce(BigDecimal.ZERO, BigDecimal::add), null);
    }
    List<JsonNode> paid =
        stream(transactions)
            .filter(payment -> "success".equals(lowerText(payment, "status")))
            .toList();
    if (paid.isEmpty()) {
      return new Money(BigDecimal.ZERO, null);
    }
    if (paid.stream().allMatch(payment -> payment.path("amount_set").has("shop_money"))) {
      return new Money(sum(paid.stream().map(payment -> shopMoney(payment, "amount_set"))), null);
    }
    String currency = text(paid.get(0), "currency");
    BigDecimal amount = sum(paid.stream().map(payment -> money(payment, "amount")));
    String shops = shopCurrency(refund);
    if (currency == null || shops == null || currency.equals(shops)) {
      return new Money(amount, currency);
    }
    List<BigDecimal> parts = ofParts(refund);
    return parts.isEmpty()
        ? new Money(amount, currency)
        : new Money(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), shops);
  }

  /** What was given back for lines and shipping, and on top of them, in the shop's money. */
  private static List<BigDecimal> ofParts(JsonNode refund) {
    List<BigDecimal> parts = new ArrayList<>();
    for (JsonNode line : refund.path("refund_line_items")) {
      add(parts, either(line, "subtotal_set", "subtotal"));
      add(parts, either(line, "total_tax_set", "total_tax"));
    }
    for (JsonNode line : refund.path("refund_shipping_lines")) {
      add(parts, shopMoney(line, "subtotal_amount_set"));
    }
    for (JsonNode adjustment : refund.path("order_adjustments")) {
      BigDecimal amount = either(adjustment, "amount_set", "amount");
      add(parts, amount == null ? null : amount.negate()); // what the shop gives is negative
    }
    return parts;
  }

  private static @Nullable String shopCurrency(JsonNode refund) {
    return Stream.of("refund_line_items", "order_adjustments", "refund_shipping_lines")
        .flatMap(list -> stream(refund.path(list)))
        .flatMap(
            part ->
                Stream.of("subtotal_set", "amount_set", "subtotal_amount_set")
                    .map(set -> text(part.path(set).path("shop_money"), "currency_code")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable BigDecimal either(JsonNode node, String set, String plain) {
    BigDecimal inShopMoney = shopMoney(node, set);
    return inShopMoney == null ? money(node, plain) : inShopMoney;
  }

  private static @Nullable BigDecimal shopMoney(JsonNode node, String set) {
    return money(node.path(set).path("shop_money"), "amount");
  }

  private static void add(List<BigDecimal> parts, @Nullable BigDecimal amount) {
    if (amount != null) {
      parts.add(amount);
    }
  }

  private static BigDecimal sum(Stream<@Nullable BigDecimal> amounts) {
    return amounts.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
