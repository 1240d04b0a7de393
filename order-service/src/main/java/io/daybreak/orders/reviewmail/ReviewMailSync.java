package io.daybreak.orders.reviewmail;

import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.deadletter.DeadLetterSync;
import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Settles the mail whose message died. Only one that nobody has claimed goes to the queue again: it
 * certainly was not sent. One that perhaps was waits for a person.
 */
@ApplicationScoped
class ReviewMailSync implements DeadLetterSync<ReviewMailDue> {

  private final BlockingSql sql;
  private final MailDecisions decisions;

  ReviewMailSync(BlockingSql sql, MailDecisions decisions) {
    this.sql = sql;
    this.decisions = decisions;
  }

  @Override
  public Queue queue() {
    return Queue.REVIEW_MAILS;
  }

  @Override
  public String sync(ReviewMailDue message) {
    boolean due = sql.await(decisions.putRight(message.mailId()));
    return due
        ? "The mail is due and nobody had claimed it: it is on the queue again"
        : "Nothing to do: the mail is not due; its history says what became of it";
  }
}
