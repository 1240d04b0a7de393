package io.daybreak.acceptance.chaos;

import java.util.List;

/** What happens to an order, and what that means for its mail. */
enum Fate {
  SENT(MailDuty.ONE, Step.PAY, Step.FULFIL),
  EDITED(MailDuty.ONE, Step.PAY, Step.FULFIL, Step.EDIT),
  CANCELLED_BEFORE(MailDuty.NONE, Step.PAY, Step.CANCEL),
  CANCELLED_AFTER(MailDuty.ONE_OR_NONE, Step.PAY, Step.FULFIL, Step.CANCEL),
  REFUNDED_BEFORE(MailDuty.NONE, Step.PAY, Step.REFUND),
  REFUNDED_AFTER(MailDuty.ONE_OR_NONE, Step.PAY, Step.FULFIL, Step.REFUND),
  WITHOUT_ADDRESS(MailDuty.NONE, Step.PAY, Step.FULFIL),
  TEST_ORDER(MailDuty.NONE, Step.PAY, Step.FULFIL);

  /** How many mails an order with this fate may cause. */
  enum MailDuty {
    ONE,
    /** The end of the order races with its mail. */
    ONE_OR_NONE,
    NONE
  }

  /** A change after the order was placed. */
  enum Step {
    PAY,
    FULFIL,
    EDIT,
    CANCEL,
    REFUND
  }

  private final MailDuty duty;
  private final List<Step> steps;

  Fate(MailDuty duty, Step... steps) {
    this.duty = duty;
    this.steps = List.of(steps);
  }

  MailDuty duty() {
    return duty;
  }

  List<Step> steps() {
    return steps;
  }

  /**
   * @param chance 0 to 99; seven of ten orders are sent and nothing more
   */
  static Fate drawn(int chance) {
    return chance < 70 ? SENT : values()[1 + chance % (values().length - 1)];
  }
}
