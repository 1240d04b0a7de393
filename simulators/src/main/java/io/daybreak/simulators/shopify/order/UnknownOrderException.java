package io.daybreak.simulators.shopify.order;

/** A control call named an order that the shop does not have. */
public final class UnknownOrderException extends RuntimeException {

  public UnknownOrderException(long id) {
    super("there is no order " + id);
  }
}
