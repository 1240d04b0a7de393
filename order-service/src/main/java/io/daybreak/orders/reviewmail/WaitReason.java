package io.daybreak.orders.reviewmail;

/** What a mail without a date, or with a new one, waits for. */
public enum WaitReason {
  PAYMENT("The mail waits until the order is paid."),
  SHIPMENT("The mail waits until everything in the order was sent."),
  DELIVERY("The mail waits until every parcel of the order was delivered."),
  MAIL_SERVER("The mail server did not take the mail for now; it is tried at its new date.");

  private final String sentence;

  WaitReason(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
