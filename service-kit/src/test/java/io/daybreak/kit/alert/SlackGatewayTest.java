package io.daybreak.kit.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.WireFake;
import io.daybreak.kit.testing.WireFake.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Messages over the wire, each of them sent once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SlackGatewayTest {

  @Inject @RestClient SlackApi api;
  @Inject ObjectMapper json;

  @Test
  void aWebhookTakesAMessage() {
    try (WireFake slack = new WireFake(new Answer(200, "text/html", "ok"))) {
      assertThat(webhook(slack)).isEqualTo(Notification.TOLD);
      assertThat(slack.requests()).containsExactly("POST /services/T1/B1/secret HTTP/1.1");
    }
  }

  @Test
  void aWebhookThatIsGoneRefuses() {
    try (WireFake slack = new WireFake(new Answer(404, "text/html", "no_service"))) {
      assertThat(webhook(slack)).isEqualTo(new Notification.Refused("HTTP 404"));
      assertThat(slack.requests()).hasSize(1);
    }
  }

  @Test
  void aMessageIsNotSentAgainWhenTheConnectionBreaks() {
    for (WireFake.Behaviour end :
        new WireFake.Behaviour[] {new WireFake.Reset(), new WireFake.Close()}) {
      try (WireFake slack = new WireFake(new Answer(200, "text/html", "ok"), end)) {
        assertThat(webhook(slack)).isEqualTo(Notification.TOLD);
        assertThat(webhook(slack)).isInstanceOf(Notification.Unclear.class);
        assertThat(slack.requests()).hasSize(2);
      }
    }
  }

  @Test
  void anErrorOfSlacksIsNotTriedAgain() {
    try (WireFake slack = new WireFake(new Answer(500, "text/html", ""))) {
      assertThat(webhook(slack)).isEqualTo(new Notification.Refused("HTTP 500"));
      assertThat(slack.requests()).hasSize(1);
    }
  }

  @Test
  void aBotsMessageCountsOnlyWhenSlackSaysOk() {
    try (WireFake slack =
        new WireFake(
            new Answer(200, "application/json", "{\"ok\":true,\"ts\":\"1.2\"}"),
            new Answer(200, "application/json", "{\"ok\":false,\"error\":\"not_in_channel\"}"))) {
      assertThat(bot(slack)).isEqualTo(Notification.TOLD);
      assertThat(bot(slack)).isEqualTo(new Notification.Refused("not_in_channel"));
      assertThat(slack.requests()).hasSize(2).containsOnly("POST /api/chat.postMessage HTTP/1.1");
    }
  }

  @Test
  void withoutAnAddressNobodyIsTold() {
    assertThat(post(new SlackSettings(null, null))).isEqualTo(Notification.NOBODY);
  }

  private Notification webhook(WireFake slack) {
    return post(new SlackSettings(slack.address() + "/services/T1/B1/secret", null));
  }

  private Notification bot(WireFake slack) {
    return post(new SlackSettings(null, slack.address() + "/api"));
  }

  private Notification post(AlertSettings settings) {
    return new SlackGateway(api, json, settings)
        .post("hello")
        .await()
        .atMost(Duration.ofSeconds(15));
  }
}
