package io.daybreak.simulators.sheets.wire;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Refusals as Google writes them. */
final class Refusals {

  private static final String SERVICE = "sheets.googleapis.com";
  private static final String PROJECT = "100000000001";

  private Refusals() {}

  static Answer.Whole answer(Refusal refusal) {
    JsonObject error = error(refusal);
    if (refusal.status() == Refusal.Status.PERMISSION_DENIED
        || refusal.status() == Refusal.Status.FAILED_PRECONDITION) {
      error.put(
          "errors",
          new JsonArray()
              .add(
                  new JsonObject()
                      .put("message", refusal.text())
                      .put("domain", "global")
                      .put(
                          "reason",
                          refusal.status() == Refusal.Status.PERMISSION_DENIED
                              ? "forbidden"
                              : "failedPrecondition")));
    }
    return answer(refusal.status().code(), error);
  }

  /** The answer to a call beyond a quota; Google names the quota and sends no Retry-After. */
  static Answer.Whole quotaExceeded(Quotas.Exceeded exceeded) {
    String message =
        "Quota exceeded for quota metric '%s requests' and limit '%s' of service '%s' for consumer 'project_number:%s'."
            .formatted(exceeded.kind(), exceeded.limitInWords(), SERVICE, PROJECT);
    JsonObject metadata =
        new JsonObject()
            .put("quota_limit", exceeded.limitName())
            .put("quota_limit_value", Integer.toString(exceeded.limit()))
            .put("quota_unit", exceeded.unit())
            .put("quota_location", "global")
            .put("consumer", "projects/" + PROJECT)
            .put("service", SERVICE)
            .put(
                "quota_metric",
                SERVICE + "/" + exceeded.kind().toLowerCase(java.util.Locale.ROOT) + "_requests");
    JsonObject help =
        new JsonObject()
            .put("@type", "type.googleapis.com/google.rpc.Help")
            .put(
                "links",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("description", "Request a higher quota limit.")
                            .put(
                                "url",
                                "https://cloud.google.com/docs/quotas/help/request_increase")));
    JsonObject error = error(Refusal.of(Refusal.Status.RESOURCE_EXHAUSTED, message));
    error.put(
        "details",
        new JsonArray()
            .add(
                new JsonObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", "RATE_LIMIT_EXCEEDED")
                    .put("domain", "googleapis.com")
                    .put("metadata", metadata))
            .add(help));
    return answer(429, error);
  }

  private static JsonObject error(Refusal refusal) {
    return new JsonObject()
        .put("code", refusal.status().code())
        .put("message", refusal.text())
        .put("status", refusal.status().name());
  }

  private static Answer.Whole answer(int status, JsonObject error) {
    return Answer.json(status, new JsonObject().put("error", error));
  }
}
