package io.daybreak.orders.webhook;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The topics that the service acts on. Another one is recorded and left alone. */
enum Topic {
  ORDERS_CREATE("orders/create", Subject.ORDER),
  ORDERS_UPDATED("orders/updated", Subject.ORDER),
  ORDERS_PAID("orders/paid", Subject.ORDER),
  ORDERS_FULFILLED("orders/fulfilled", Subject.ORDER),
  ORDERS_PARTIALLY_FULFILLED("orders/partially_fulfilled", Subject.ORDER),
  ORDERS_CANCELLED("orders/cancelled", Subject.ORDER),
  FULFILLMENTS_CREATE("fulfillments/create", Subject.FULFILMENT),
  FULFILLMENTS_UPDATE("fulfillments/update", Subject.FULFILMENT),
  REFUNDS_CREATE("refunds/create", Subject.REFUND),
  ORDERS_DELETE("orders/delete", Subject.DELETION),
  CUSTOMERS_CREATE("customers/create", Subject.CUSTOMER),
  CUSTOMERS_UPDATE("customers/update", Subject.CUSTOMER),
  CUSTOMERS_EMAIL_CONSENT("customers_email_marketing_consent/update", Subject.CUSTOMER),
  APP_UNINSTALLED("app/uninstalled", Subject.APP),
  CUSTOMERS_DATA_REQUEST("customers/data_request", Subject.COMPLIANCE),
  CUSTOMERS_REDACT("customers/redact", Subject.COMPLIANCE),
  SHOP_REDACT("shop/redact", Subject.COMPLIANCE);

  /** What the body describes. */
  enum Subject {
    ORDER,
    FULFILMENT,
    REFUND,
    /** Only the id of an order that is gone. */
    DELETION,
    CUSTOMER,
    APP,
    COMPLIANCE;

    boolean belongsToAnOrder() {
      return this == ORDER || this == FULFILMENT || this == REFUND || this == DELETION;
    }
  }

  private static final Map<String, Topic> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(topic -> topic.name, Function.identity()));

  private final String name;
  private final Subject subject;

  Topic(String name, Subject subject) {
    this.name = name;
    this.subject = subject;
  }

  static Optional<Topic> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  Subject subject() {
    return subject;
  }
}
