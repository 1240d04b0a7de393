package io.daybreak.simulators.slack;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.slack.event.EventSender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** What people do in Slack, for tests and people, over HTTP. */
final class SlackControl {

  private final SlackSimulation slack;
  private final Workspace workspace;
  private final EventSender events;

  SlackControl(SlackSimulation slack, Workspace workspace, EventSender events) {
    this.slack = slack;
    this.workspace = workspace;
    this.events = events;
  }

  Routes routes() {
    return new Routes()
        .post("/_sim/files/{name}", this::share)
        .delete("/_sim/files/{id}", this::delete)
        .post("/_sim/access/{access}", this::access)
        .post("/_sim/request-urls", this::subscribe)
        .get("/_sim/messages", this::messages)
        .get("/_sim/events", this::events);
  }

  /** Shares the body as a file of this name, {@code ?channel=C1}. */
  private Answer share(Call call) {
    String channel = Objects.requireNonNullElse(call.parameter("channel"), Workspace.CHANNEL);
    SharedFile file =
        slack.share(call.pathParameter("name"), Content.of(call.body().getBytes()), channel);
    return Answer.json(201, new JsonObject().put("id", file.id()).put("ts", file.ts()));
  }

  private Answer delete(Call call) {
    workspace.delete(call.pathParameter("id"));
    return Answer.noContent();
  }

  private Answer access(Call call) {
    slack.access(Access.valueOf(call.pathParameter("access")));
    return Answer.noContent();
  }

  /** {@code {"addresses":["http://127.0.0.1:8081/slack/events"]}}; each is asked a challenge. */
  private Answer subscribe(Call call) {
    List<URI> addresses =
        call.body().toJsonObject().getJsonArray("addresses").stream()
            .map(address -> URI.create(address.toString()))
            .toList();
    return new Answer.Later(
        () -> {
          events.subscribe(addresses);
          return Answer.noContent();
        });
  }

  private Answer messages(Call call) {
    JsonArray all = new JsonArray();
    workspace.messages().forEach(message -> all.add(message.toJson()));
    return Answer.json(200, all);
  }

  private Answer events(Call call) {
    JsonArray all = new JsonArray();
    events
        .attempts()
        .forEach(
            attempt ->
                all.add(
                    new JsonObject()
                        .put("eventId", attempt.eventId())
                        .put("retry", attempt.retry())
                        .put("status", attempt.status())
                        .put("failure", attempt.failure())
                        .put("millis", attempt.took().toMillis())));
    return Answer.json(200, all);
  }
}
