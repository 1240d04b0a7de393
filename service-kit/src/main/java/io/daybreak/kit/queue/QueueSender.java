package io.daybreak.kit.queue;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Puts messages on their queues. */
@ApplicationScoped
public class QueueSender {

  /**
   * Errors of a whole call that come from what is in it; all others are the queue's or SQS's.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
   */
  private static final Set<String> MESSAGE_FAULTS =
      Set.of(
          "BatchRequestTooLong",
          "AWS.SimpleQueueService.BatchRequestTooLong",
          "InvalidAttributeName",
          "InvalidAttributeValue",
          "InvalidMessageContents",
          "InvalidParameterValue",
          "MessageTooLong",
          "MissingParameter");

  private final SqsClient sqs;
  private final QueueUrls urls;
  private final Envelopes envelopes;
  private final QueueSettings settings;

  QueueSender(SqsClient sqs, QueueUrls urls, Envelopes envelopes, QueueSettings settings) {
    this.sqs = sqs;
    this.urls = urls;
    this.envelopes = envelopes;
    this.settings = settings;
  }

  /**
   * Sends a message, in one attempt; blocks until SQS has it.
   *
   * @throws QueueUnavailableException if SQS does not say that it has the message
   */
  public void send(Message message) {
    Envelope envelope = envelopes.seal(message);
    for (SendFailure failure : sendAll(envelope.queue(), List.of(envelope))) {
      throw new QueueUnavailableException(envelope.queue(), failure.reason(), null);
    }
  }

  /**
   * Sends up to ten messages of one queue in one attempt of one call; blocks until SQS has
   * answered.
   *
   * @return those that SQS does not have, though it answered
   * @throws QueueUnavailableException if SQS did not answer, so that it may have any of them
   */
  public List<SendFailure> sendAll(Queue queue, List<Envelope> batch) {
    try {
      String url = urls.of(queue);
      return failures(
          sqs.sendMessageBatch(
              request ->
                  request
                      .queueUrl(url)
                      .entries(entries(batch))
                      .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout()))));
    } catch (SqsException e) {
      if (!MESSAGE_FAULTS.contains(code(e))) {
        throw new QueueUnavailableException(queue, code(e) + ": " + e.getMessage(), e);
      }
      return batch.size() == 1
          ? List.of(new SendFailure(0, code(e) + ": " + e.awsErrorDetails().errorMessage(), true))
          : oneByOne(queue, batch);
    } catch (SdkException e) {
      throw new QueueUnavailableException(queue, e.getMessage(), e);
    }
  }

  /** SQS refused the call because of one of its messages, and took none: finds out which. */
  private List<SendFailure> oneByOne(Queue queue, List<Envelope> batch) {
    List<SendFailure> failures = new ArrayList<>();
    for (int position = 0; position < batch.size(); position++) {
      for (SendFailure failure : sendAll(queue, List.of(batch.get(position)))) {
        failures.add(new SendFailure(position, failure.reason(), failure.senderFault()));
      }
    }
    return failures;
  }

  private static String code(SqsException e) {
    return e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
  }

  private static List<SendFailure> failures(SendMessageBatchResponse response) {
    List<SendFailure> failures = new ArrayList<>();
    for (BatchResultErrorEntry entry : response.failed()) {
      failures.add(
          new SendFailure(
              Integer.parseInt(entry.id()),
              entry.code() + ": " + entry.message(),
              Boolean.TRUE.equals(entry.senderFault())));
    }
    return failures;
  }

  private static List<SendMessageBatchRequestEntry> entries(List<Envelope> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
    for (Envelope envelope : batch) {
      SendMessageBatchRequestEntry.Builder entry =
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .messageBody(envelope.body())
              .messageAttributes(attributes(envelope));
      if (envelope.queue().fifo()) {
        entry.messageGroupId(envelope.group()).messageDeduplicationId(envelope.deduplicationId());
      }
      entries.add(entry.build());
    }
    return entries;
  }

  private static Map<String, MessageAttributeValue> attributes(Envelope envelope) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    attributes.put(Delivery.TYPE, text(envelope.type()));
    if (envelope.traceparent() != null) {
      attributes.put(TraceContext.TRACEPARENT, text(envelope.traceparent()));
    }
    return attributes;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
