package io.daybreak.orders.shop;

/** Which event of an order the delay of its review request is counted from. */
public enum MailTrigger {
  /** The order was placed. */
  CREATED,
  /** The order was paid. */
  PAID,
  /** Its newest parcel was handed to the carrier. */
  FULFILLED,
  /** Its newest parcel reached the customer. */
  DELIVERED
}
