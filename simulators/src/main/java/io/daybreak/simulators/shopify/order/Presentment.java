package io.daybreak.simulators.shopify.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The currency that a customer sees and pays in, which may be another one than the shop's. Shopify
 * gives a refund's transactions in it.
 *
 * @param currency ISO 4217
 * @param rate how much of it one unit of the shop's currency is
 */
public record Presentment(String currency, BigDecimal rate) {

  /** What every simulated shop keeps its books in. */
  public static final String SHOP_CURRENCY = "KRW";

  static final Presentment NONE = new Presentment(SHOP_CURRENCY, BigDecimal.ONE);

  public BigDecimal of(BigDecimal shopMoney) {
    return shopMoney.multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
  }
}
