package io.daybreak.contracts.order;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import java.util.UUID;

/** A review mail's time has come. Whoever receives this first and claims the mail sends it. */
public record ReviewMailDue(UUID mailId) implements Message {

  @Override
  public Queue queue() {
    return Queue.REVIEW_MAILS;
  }

  @Override
  public String group() {
    return mailId.toString();
  }

  @Override
  public String deduplicationId() {
    return mailId.toString();
  }
}
