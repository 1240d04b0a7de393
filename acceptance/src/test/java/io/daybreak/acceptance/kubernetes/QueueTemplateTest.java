package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.contracts.queue.Queue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The queues that AWS makes are those that the services know. */
class QueueTemplateTest {

  @Test
  void theTemplateHasExactlyTheQueuesOfTheContracts() throws IOException {
    Map<String, JsonNode> queues = queuesByName();

    assertThat(queues).hasSize(2 * Queue.values().length);
    for (Queue queue : Queue.values()) {
      JsonNode live = queues.get(queue.queueName());
      JsonNode dead = queues.get(queue.deadLetterName());
      assertThat(List.of(live.path("FifoQueue").asBoolean(), dead.path("FifoQueue").asBoolean()))
          .containsOnly(queue.fifo());
      assertThat(live.path("VisibilityTimeout").asLong())
          .isEqualTo(queue.visibilityTimeout().toSeconds());
      assertThat(live.path("MessageRetentionPeriod").asLong())
          .isEqualTo(Queue.RETENTION.toSeconds());
      assertThat(dead.path("MessageRetentionPeriod").asLong())
          .isEqualTo(Queue.DEAD_LETTER_RETENTION.toSeconds());
      assertThat(live.at("/RedrivePolicy/maxReceiveCount").asInt())
          .isEqualTo(Queue.MAX_RECEIVE_COUNT);
      String target =
          live.at("/RedrivePolicy/deadLetterTargetArn").path("Fn::GetAtt").path(0).asText();
      assertThat(resources().path(target).at("/Properties/QueueName").asText())
          .isEqualTo(queue.deadLetterName());
    }
  }

  private static Map<String, JsonNode> queuesByName() throws IOException {
    return StreamSupport.stream(resources().spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals("AWS::SQS::Queue"))
        .map(resource -> resource.path("Properties"))
        .collect(Collectors.toMap(queue -> queue.path("QueueName").asText(), queue -> queue));
  }

  private static JsonNode resources() throws IOException {
    return Manifests.read(Manifests.FOLDER.resolve("aws/daybreak.yaml"))
        .objects()
        .get(0)
        .path("Resources");
  }
}
