package io.daybreak.orders.template;

/** What a review mail is; an order gets at most one of each. */
public enum MailKind {
  /** Asks for a review. */
  REQUEST,
  /** Asks once more, some days after the request. */
  REMINDER
}
