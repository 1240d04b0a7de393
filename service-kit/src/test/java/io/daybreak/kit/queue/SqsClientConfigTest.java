package io.daybreak.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.kit.testing.WireFake;
import io.daybreak.kit.testing.WireFake.Answer;
import io.daybreak.kit.testing.WireFake.Behaviour;
import io.daybreak.kit.testing.WireFake.Close;
import io.daybreak.kit.testing.WireFake.Reset;
import io.daybreak.kit.testing.WireFake.Silence;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsClientConfigTest {

  private static final String JSON = "application/x-amz-json-1.0";

  static Stream<Behaviour> failures() {
    return Stream.of(
        new Answer(500, JSON, "{\"__type\":\"InternalFailure\"}"),
        new Answer(503, JSON, "{\"__type\":\"ServiceUnavailable\"}"),
        new Answer(429, JSON, "{\"__type\":\"RequestThrottled\"}"),
        new Silence(),
        new Reset(),
        new Close());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailedCallIsOneRequest(Behaviour failure) {
    try (WireFake wire = new WireFake(failure);
        SqsClient sqs = client(wire)) {

      assertThatThrownBy(() -> send(sqs)).isInstanceOf(SdkException.class);

      assertThat(wire.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aCallThatFailsOnAConnectionUsedBeforeIsOneRequest(Behaviour failure) {
    try (WireFake wire =
            new WireFake(new Answer(200, JSON, "{\"QueueUrl\":\"http://queue\"}"), failure);
        SqsClient sqs = client(wire)) {
      sqs.getQueueUrl(request -> request.queueName("queue"));

      assertThatThrownBy(() -> send(sqs)).isInstanceOf(SdkException.class);

      assertThat(wire.requests()).hasSize(2);
      assertThat(wire.connections()).isEqualTo(1);
    }
  }

  private static void send(SqsClient sqs) {
    sqs.sendMessage(request -> request.queueUrl("http://queue").messageBody("once"));
  }

  private static SqsClient client(WireFake wire) {
    return new SqsClientConfig()
        .client(
            SqsClient.builder()
                .endpointOverride(wire.address())
                .region(Region.AP_NORTHEAST_2)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(
                    ApacheHttpClient.builder().socketTimeout(Duration.ofMillis(500))));
  }
}
