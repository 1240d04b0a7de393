package io.daybreak.orders.order;

/** JSON that does not describe what its topic says; the message names the field, never a value. */
public class UnusablePayloadException extends RuntimeException {

  public UnusablePayloadException(String field) {
    super("The field " + field + " is missing or not of its documented kind");
  }
}
