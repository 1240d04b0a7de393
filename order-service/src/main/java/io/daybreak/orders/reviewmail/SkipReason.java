package io.daybreak.orders.reviewmail;

/** Why an order gets no mail. */
public enum SkipReason {
  ORDER_DELETED(Weight.FACT, "The shop deleted the order."),
  TEST_ORDER(Weight.FACT, "The order is a test."),
  CANCELLED(Weight.FACT, "The order was cancelled."),
  REFUNDED(Weight.FACT, "The order was refunded in full."),
  CUSTOMER_ERASED(Weight.FACT, "The customer's data was erased."),
  UNSUBSCRIBED(Weight.FACT, "The customer wants no more mail from the shop."),
  NO_ADDRESS(Weight.FACT, "The order has no e-mail address."),
  ADDRESS_INVALID(Weight.FACT, "The order's e-mail address is none that mail can be sent to."),
  ADDRESS_REFUSED(Weight.FACT, "The mail server said before that the address does not exist."),
  NOTHING_TO_REVIEW(
      Weight.FACT,
      "No line of the order can be reviewed: gift cards, tips, what was sent back or not sent, and"
          + " what the shop leaves out."),
  SHOP_UNINSTALLED(Weight.FACT, "The shop removed the app."),
  NO_CONSENT(Weight.FACT, "The customer does not accept marketing, and the shop asks for that."),
  EXCLUDED(Weight.RULE, "The shop leaves out the order's channel, tag or customer."),
  PAST_ORDER(
      Weight.RULE,
      "The order came from a file of past orders; mails for those are planned in a step of their"
          + " own."),
  TOO_OLD(Weight.RULE, "What the mail follows is longer ago than the shop allows."),
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
    return switch (this) {
      case REFUNDED,
          NO_ADDRESS,
          ADDRESS_INVALID,
          NO_CONSENT,
          NOTHING_TO_REVIEW,
          EXCLUDED,
          TRIGGER_WITHDRAWN ->
          true;
      default -> false;
    };
  }

  public String sentence() {
    return sentence;
  }
}
