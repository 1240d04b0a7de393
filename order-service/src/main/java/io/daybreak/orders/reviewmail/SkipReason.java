package io.daybreak.orders.reviewmail;

/** Why an order gets no mail. */
public enum SkipReason {
  TEST_ORDER(Weight.FACT, "The order is a test."),
  CANCELLED(Weight.FACT, "The order was cancelled."),
  REFUNDED(Weight.FACT, "The order was refunded in full."),
  CUSTOMER_ERASED(Weight.FACT, "The customer's data was erased."),
  UNSUBSCRIBED(Weight.FACT, "The customer wants no more mail from the shop."),
  NO_ADDRESS(Weight.FACT, "The order has no e-mail address."),
  SHOP_UNINSTALLED(Weight.FACT, "The shop removed the app."),
  NO_CONSENT(Weight.FACT, "The customer does not accept marketing, and the shop asks for that."),
  TOO_OLD(Weight.RULE, "The order is older than the shop allows."),
  TOO_MANY_MAILS(Weight.RULE, "The customer had as many mails in 30 days as the shop allows."),
  TOO_SOON(Weight.RULE, "The customer had another mail too few days before."),
  DROPPED_ON_RESUME(Weight.RULE, "The mail fell into a pause, and was dropped when it ended."),
  TRIGGER_WITHDRAWN(Weight.RULE, "The event that the mail follows was taken back.");

  private enum Weight {
    /** Nobody can overrule it. */
    FACT,
    /** The shop's own rule: a person who says "send now" overrules it. */
    RULE
  }

  private final Weight weight;
  private final String sentence;

  SkipReason(Weight weight, String sentence) {
    this.weight = weight;
    this.sentence = sentence;
  }

  public boolean canBeOverruled() {
    return weight == Weight.RULE;
  }

  /** Whether a change of the order can turn the skipped mail into a planned one. */
  boolean endsWithTheOrder() {
    return this == NO_ADDRESS || this == NO_CONSENT || this == TRIGGER_WITHDRAWN;
  }

  public String sentence() {
    return sentence;
  }
}
