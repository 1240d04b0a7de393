package io.daybreak.simulators.glue;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Policy;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Glue answers: {@code POST /} with the operation in {@code X-Amz-Target}. */
final class GlueSimulation implements Simulation {

  private static final String TARGET = "X-Amz-Target";
  private static final int LARGEST_PAGE = 200;

  private final Jobs jobs;
  private final Clock clock;
  private volatile Policy policy = Policy.ALL;

  GlueSimulation(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return Map.of("operation", operation(head));
  }

  /** What callers may do from now on. */
  void policy(Policy wanted) {
    policy = wanted;
  }

  @Override
  public Answer answer(Call call) {
    @Nullable String authorization = call.header("Authorization");
    if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
      return refusal(403);
    }
    if (!policy.allows("glue:" + operation(call.head()))) {
      return error("AccessDeniedException", "User is not authorized to perform this action");
    }
    JsonObject input = call.body().toJsonObject();
    return switch (operation(call.head())) {
      case "StartJobRun" -> start(input);
      case "GetJobRuns" -> runs(input);
      case "GetJob" -> job(input);
      default -> error("InvalidInputException", "Unknown operation");
    };
  }

  private Answer start(JsonObject input) {
    String name = input.getString("JobName", "");
    Map<String, String> arguments = new HashMap<>();
    input
        .getJsonObject("Arguments", new JsonObject())
        .forEach(argument -> arguments.put(argument.getKey(), String.valueOf(argument.getValue())));
    return jobs.find(name)
        .map(
            job ->
                jobs.start(job, arguments, input.getBoolean("JobRunQueuingEnabled", false))
                    .<Answer>map(run -> ok(new JsonObject().put("JobRunId", run.id())))
                    .orElseGet(
                        () ->
                            error(
                                "ConcurrentRunsExceededException",
                                "Concurrent runs exceeded for " + name)))
        .orElseGet(
            () ->
                error(
                    "EntityNotFoundException", "Failed to start job run due to missing metadata"));
  }

  private Answer runs(JsonObject input) {
    String name = input.getString("JobName", "");
    if (jobs.find(name).isEmpty()) {
      return error("EntityNotFoundException", "Job with name: " + name + " not found.");
    }
    List<JobRun> all = jobs.runs(name);
    int size = Math.min(LARGEST_PAGE, input.getInteger("MaxResults", LARGEST_PAGE));
    int from = Integer.parseInt(Objects.requireNonNullElse(input.getString("NextToken"), "0"));
    int to = Math.min(all.size(), from + size);
    JsonArray page = new JsonArray();
    all.subList(Math.min(from, to), to).forEach(run -> page.add(run.toJson(clock)));
    JsonObject answer = new JsonObject().put("JobRuns", page);
    return ok(to < all.size() ? answer.put("NextToken", Integer.toString(to)) : answer);
  }

  private Answer job(JsonObject input) {
    String name = input.getString("JobName", "");
    return jobs.find(name)
        .<Answer>map(
            job ->
                ok(
                    new JsonObject()
                        .put(
                            "Job",
                            new JsonObject()
                                .put("Name", name)
                                .put("MaxRetries", 0)
                                .put(
                                    "ExecutionProperty",
                                    new JsonObject().put("MaxConcurrentRuns", job.runsAtOnce())))))
        .orElseGet(
            () -> error("EntityNotFoundException", "Job with name: " + name + " not found."));
  }

  private static String operation(RequestHead head) {
    @Nullable String target = head.headers().get(TARGET);
    return target == null ? "" : target.substring(target.indexOf('.') + 1);
  }

  private static Answer.Whole ok(JsonObject body) {
    return json(200, body);
  }

  private static Answer.Whole error(String type, String message) {
    return json(400, new JsonObject().put("__type", type).put("Message", message));
  }

  private static Answer.Whole json(int status, JsonObject body) {
    return Answer.text(status, "application/x-amz-json-1.1", body.encode());
  }

  @Override
  public Answer.Whole refusal(int status) {
    String type =
        switch (status) {
          case 403 -> "AccessDeniedException";
          case 400 -> "InvalidInputException";
          default -> "InternalServiceException";
        };
    return json(status, new JsonObject().put("__type", type).put("Message", "simulated"));
  }

  @Override
  public Routes control() {
    return new Routes()
        .get(
            "/_sim/runs",
            call -> {
              JsonArray all = new JsonArray();
              jobs.runs().forEach(run -> all.add(run.toJson(clock)));
              return Answer.json(200, all);
            });
  }
}
