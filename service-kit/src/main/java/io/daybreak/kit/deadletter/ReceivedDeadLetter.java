package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message in a dead-letter queue.
 *
 * @param queue the queue it died on
 * @param messageId SQS's id, the same as on that queue
 * @param type empty if the sender gave none
 * @param sentAt when the message was sent; some queues say when it came among the dead letters
 */
record ReceivedDeadLetter(
    Queue queue,
    String messageId,
    String receiptHandle,
    @Nullable String group,
    String type,
    String body,
    Instant sentAt) {

  static final String TYPE = "type";

  static ReceivedDeadLetter of(Queue queue, Message message) {
    Map<MessageSystemAttributeName, String> attributes = message.attributes();
    MessageAttributeValue type = message.messageAttributes().get(TYPE);
    String sentAt = attributes.get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return new ReceivedDeadLetter(
        queue,
        message.messageId(),
        message.receiptHandle(),
        attributes.get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
        type == null ? "" : type.stringValue(),
        message.body(),
        sentAt == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(sentAt)));
  }
}
