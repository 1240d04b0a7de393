package io.daybreak.simulators.shopify.order;

import java.util.Locale;

/** Whether an order is paid; lower case in REST payloads, upper case in GraphQL. */
public enum FinancialStatus {
  PENDING,
  PAID,
  PARTIALLY_REFUNDED,
  REFUNDED,
  VOIDED;

  String restName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
