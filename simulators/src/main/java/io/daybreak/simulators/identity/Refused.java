package io.daybreak.simulators.identity;

import io.daybreak.simulators.kernel.Answer;
import io.vertx.core.json.JsonObject;

/** A request that is refused, in the words of OAuth (RFC 6749, sections 4.1.2.1 and 5.2). */
final class Refused extends RuntimeException {

  private final int status;
  private final String error;

  private Refused(int status, String error, String description) {
    super(description);
    this.status = status;
    this.error = error;
  }

  /** A parameter is missing, doubled or malformed. */
  static Refused request(String description) {
    return new Refused(400, "invalid_request", description);
  }

  /** The application is unknown, or has not proved who it is. */
  static Refused client(String description) {
    return new Refused(401, "invalid_client", description);
  }

  /** The code or refresh token is wrong, over, another's, or used already. */
  static Refused grant(String description) {
    return new Refused(400, "invalid_grant", description);
  }

  /** Something that exists in OAuth, but not here. */
  static Refused unsupported(String error, String description) {
    return new Refused(400, error, description);
  }

  /** The bearer token of a call is not good (RFC 6750, section 3.1). */
  static Refused token(String description) {
    return new Refused(401, "invalid_token", description);
  }

  String error() {
    return error;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  /** The refusal as an endpoint for programs answers it. */
  Answer.Whole answer() {
    Answer.Whole json =
        Answer.json(
                status,
                new JsonObject().put("error", error).put("error_description", description()))
            .with("Cache-Control", "no-store");
    return switch (error) {
      case "invalid_client" -> json.with("WWW-Authenticate", "Basic realm=\"daybreak\"");
      case "invalid_token" ->
          json.with("WWW-Authenticate", "Bearer realm=\"daybreak\", error=\"invalid_token\"");
      default -> json;
    };
  }
}
