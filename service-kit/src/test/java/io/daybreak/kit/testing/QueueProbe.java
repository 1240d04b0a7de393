package io.daybreak.kit.testing;

import io.daybreak.contracts.queue.Queue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A look at the queues from outside the service, with a client of its own. */
public final class QueueProbe implements AutoCloseable {

  private final SqsClient sqs =
      EmbeddedQueues.client(
          ConfigProvider.getConfig().getValue("quarkus.sqs.endpoint-override", URI.class));

  /** Puts any text on a queue, as a message of any type. */
  public void put(Queue queue, String group, String deduplicationId, String type, String body) {
    put(queue.queueName(), queue.fifo(), group, deduplicationId, type, body);
  }

  /** Puts any text among a queue's dead letters, as if it had died there. */
  public void putDeadLetter(Queue queue, String group, String type, String body) {
    put(queue.deadLetterName(), queue.fifo(), group, UUID.randomUUID().toString(), type, body);
  }

  /** Receives up to ten messages and holds them for some seconds, as a consumer would. */
  public List<Message> take(Queue queue, int visibilitySeconds) {
    return receive(queue.queueName(), visibilitySeconds);
  }

  /** The bodies of the dead letters that are there; takes them away. */
  public List<String> takeDeadLetters(Queue queue) {
    String name = queue.deadLetterName();
    List<Message> letters = receive(name, 30);
    letters.forEach(
        letter ->
            sqs.deleteMessage(
                request -> request.queueUrl(url(name)).receiptHandle(letter.receiptHandle())));
    return letters.stream().map(Message::body).collect(Collectors.toList());
  }

  /** How many messages of a queue wait or are in the hands of somebody. */
  public int size(Queue queue) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                request ->
                    request.queueUrl(url(queue.queueName())).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  /** Empties a queue and its dead letters. */
  public void purge(Queue queue) {
    sqs.purgeQueue(request -> request.queueUrl(url(queue.queueName())));
    sqs.purgeQueue(request -> request.queueUrl(url(queue.deadLetterName())));
  }

  @Override
  public void close() {
    sqs.close();
  }

  private void put(
      String name, boolean fifo, String group, String deduplicationId, String type, String body) {
    sqs.sendMessage(
        request -> {
          request
              .queueUrl(url(name))
              .messageBody(body)
              .messageAttributes(
                  Map.of(
                      "type",
                      MessageAttributeValue.builder()
                          .dataType("String")
                          .stringValue(type)
                          .build()));
          if (fifo) {
            request.messageGroupId(group).messageDeduplicationId(deduplicationId);
          }
        });
  }

  private List<Message> receive(String name, int visibilitySeconds) {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url(name))
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(visibilitySeconds))
        .messages();
  }

  private String url(String name) {
    return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }
}
