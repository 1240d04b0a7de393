package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** One delivery of a message by SQS. */
record Delivery(Queue queue, Message message) {

  static final String TYPE = "type";

  String messageId() {
    return message.messageId();
  }

  /** What deletes or renews this delivery. */
  String receiptHandle() {
    return message.receiptHandle();
  }

  String body() {
    return message.body();
  }

  /**
   * The messages that must be handled one after another: the message group, or the message alone on
   * a queue without groups.
   */
  String group() {
    String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    return queue.fifo() && group != null ? group : messageId();
  }

  /** The message's type; empty if the sender gave none. */
  String type() {
    String type = attribute(TYPE);
    return type == null ? "" : type;
  }

  @Nullable String traceparent() {
    return attribute(TraceContext.TRACEPARENT);
  }

  private @Nullable String attribute(String name) {
    MessageAttributeValue value = message.messageAttributes().get(name);
    return value == null ? null : value.stringValue();
  }
}
