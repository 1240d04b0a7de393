package io.daybreak.simulators.naver.refusal;

import io.daybreak.simulators.kernel.Answer;
import io.vertx.core.json.JsonObject;

/**
 * The refusals of NAVER's gateway: HTTP 403 in the style of problem details. Shapes as in <a
 * href="https://github.com/naver/searchad-apidoc/issues">threads of searchad-apidoc</a>.
 */
public final class GatewayRefusals {

  private static final String PROBLEM = "urn:naver:api:problem:";

  private GatewayRefusals() {}

  public static Answer.Whole missingHeader(String name) {
    return forbidden(
        problem("Missing Header", "missing-header", "HTTP header required: " + name)
            .put("header", name));
  }

  public static Answer.Whole invalidApiKey(String licence) {
    return forbidden(
        problem("Invalid API-KEY", "invalid-apikey", "API-KEY '%s' is invalid.".formatted(licence))
            .put("apikey", licence));
  }

  public static Answer.Whole invalidTimestamp(String timestamp) {
    return forbidden(
        problem("Invalid Timestamp", "invalid-timestamp", "Request has expired.")
            .put("timestamp", timestamp));
  }

  public static Answer.Whole invalidSignature(String signature) {
    return forbidden(
        problem(
                "Invalid Signature",
                "invalid-signature",
                "Signature '%s' is invalid.".formatted(signature))
            .put("signature", signature));
  }

  public static Answer.Whole authFailed(String licence, String customer) {
    return forbidden(
        problem(
            "Auth Failed",
            "auth-failed",
            "Auth failed with api-key: %s, customer-id: %s".formatted(licence, customer)));
  }

  public static Answer.Whole noPermission() {
    return forbidden(
        new JsonObject()
            .put("status", 403)
            .put("title", "You don't have permission to access on this server (resource)."));
  }

  private static JsonObject problem(String title, String type, String detail) {
    return new JsonObject()
        .put("status", 403)
        .put("title", title)
        .put("type", PROBLEM + type)
        .put("detail", detail);
  }

  private static Answer.Whole forbidden(JsonObject body) {
    return Answer.json(403, body);
  }
}
