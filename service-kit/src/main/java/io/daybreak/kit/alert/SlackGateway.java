package io.daybreak.kit.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The only place that tells people something through Slack, each message in one attempt: posting is
 * not idempotent.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">incoming
 *     webhooks</a>
 */
@ApplicationScoped
public class SlackGateway {

  private final SlackApi api;
  private final ObjectMapper json;
  private final AlertSettings settings;

  SlackGateway(@RestClient SlackApi api, ObjectMapper json, AlertSettings settings) {
    this.api = api;
    this.json = json;
    this.settings = settings;
  }

  /**
   * Posts a message.
   *
   * @return what became of it; fails only with a timeout or a full bulkhead
   */
  @Timeout(value = 15, unit = ChronoUnit.SECONDS)
  @Bulkhead(2)
  public Uni<Notification> post(String text) {
    AlertSettings.Slack slack = settings.slack();
    if (slack.webhookUrl().isPresent()) {
      return api.post(slack.webhookUrl().get(), null, Map.of("text", text))
          .replaceWith(Notification.TOLD)
          .onFailure()
          .recoverWithItem(SlackGateway::failure);
    }
    if (slack.botToken().isPresent() && slack.channel().isPresent()) {
      return api.post(
              slack.baseUrl() + "/chat.postMessage",
              "Bearer " + slack.botToken().get(),
              Map.of("channel", slack.channel().get(), "text", text))
          .map(this::answer)
          .onFailure()
          .recoverWithItem(SlackGateway::failure);
    }
    return Uni.createFrom().item(Notification.NOBODY);
  }

  /** Slack says 200 whatever happens, and in the body whether it did what was asked. */
  private Notification answer(String body) {
    try {
      JsonNode answer = json.readTree(body);
      return answer.path("ok").asBoolean()
          ? Notification.TOLD
          : new Notification.Refused(answer.path("error").asText("no reason"));
    } catch (JsonProcessingException e) {
      return new Notification.Unclear("Slack's answer is not JSON");
    }
  }

  /** Names no address: a webhook's is a secret. */
  private static Notification failure(Throwable cause) {
    return cause instanceof WebApplicationException answered
        ? new Notification.Refused("HTTP " + answered.getResponse().getStatus())
        : new Notification.Unclear(cause.getClass().getSimpleName());
  }
}
