package io.daybreak.uploads.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * Where Slack delivers. 200 means committed, for repeated events as well: which attempt it is
 * changes nothing. Signed, not logged in.
 */
@Path("/slack/events")
@Tag(name = "CSV uploads")
@PermitAll
class SlackEventsResource {

  static final ProblemType SIGNATURE =
      new ProblemType("slack-signature-wrong", 401, "The signature is missing, wrong or too old");
  private static final ProblemType BODY =
      new ProblemType("slack-event-unusable", 400, "The body is not an event");

  private final EventLog log;
  private final SlackConfig config;
  private final ObjectMapper json;
  private final Clock clock;
  private final MeterRegistry metrics;

  SlackEventsResource(
      EventLog log, SlackConfig config, ObjectMapper json, Clock clock, MeterRegistry metrics) {
    this.log = log;
    this.config = config;
    this.json = json;
    this.clock = clock;
    this.metrics = metrics;
  }

  @POST
  @Consumes("*/*")
  @Operation(summary = "Take an event of Slack's")
  public Uni<Response> receive(
      @RestHeader("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @RestHeader("X-Slack-Signature") @Nullable String signature,
      byte[] body)
      throws IOException {
    if (!genuine(timestamp, signature, body)) {
      throw Problems.of(SIGNATURE, "Sign the raw body with the app's signing secret.");
    }
    SlackEvent event =
        SlackEvent.of(body, json)
            .orElseThrow(() -> Problems.of(BODY, "Send an event as Slack documents it."));
    if (event instanceof SlackEvent.Verification verification) {
      Response challenge = Response.ok(verification.challenge(), MediaType.TEXT_PLAIN_TYPE).build();
      return Uni.createFrom().item(challenge);
    }
    return (event instanceof SlackEvent.FileShared shared
            ? log.record(shared).map(isNew -> isNew ? "accepted" : "repeated")
            : Uni.createFrom().item("ignored"))
        .invoke(outcome -> metrics.counter("daybreak.slack.events", "outcome", outcome).increment())
        .map(outcome -> Response.ok().build());
  }

  private boolean genuine(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    return config
        .signingSecret()
        .filter(
            secret ->
                SlackSignature.isGenuine(
                    body, timestamp, signature, secret, clock.instant(), config.signatureWindow()))
        .isPresent();
  }
}
