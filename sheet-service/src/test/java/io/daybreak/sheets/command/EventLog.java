package io.daybreak.sheets.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybreak.contracts.MessageTypes;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.kit.testing.EmbeddedQueues;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What import-service would hear: takes the events off their queue, in order. */
final class EventLog implements AutoCloseable {

  private final SqsClient sqs =
      EmbeddedQueues.client(
          ConfigProvider.getConfig().getValue("quarkus.sqs.endpoint-override", URI.class));
  private final String url =
      sqs.getQueueUrl(request -> request.queueName(Queue.SHEET_EVENTS.queueName())).queueUrl();
  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  private final List<SheetEvent> events = new CopyOnWriteArrayList<>();

  /** The events of a run so far. */
  List<SheetEvent> of(UUID run) {
    sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .waitTimeSeconds(0))
        .messages()
        .forEach(this::take);
    return events.stream().filter(event -> event.runId().equals(run)).toList();
  }

  private void take(Message message) {
    String type = message.messageAttributes().get("type").stringValue();
    try {
      events.add(
          (SheetEvent) json.readValue(message.body(), MessageTypes.byName(type).orElseThrow()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event is unreadable: " + message.body(), e);
    }
    sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  @Override
  public void close() {
    sqs.close();
  }
}
