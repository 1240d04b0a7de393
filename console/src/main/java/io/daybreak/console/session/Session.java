package io.daybreak.console.session;

import io.daybreak.console.frontdoor.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** {@code GET /session}: what the pages know of the person. No token is among it. */
@ApplicationScoped
class Session {

  private final SignedIn signedIn;

  Session(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  void routes(@Observes Router router) {
    router.get("/session").handler(this::answer);
  }

  private void answer(RoutingContext call) {
    signedIn
        .person(call)
        .subscribe()
        .with(
            person ->
                person.ifPresentOrElse(
                    known -> call.json(view(known)), () -> Problem.SIGNED_OUT.answer(call)),
            call::fail);
  }

  private static JsonObject view(SecurityIdentity person) {
    JsonWebToken token = (JsonWebToken) person.getPrincipal();
    List<String> roles = person.getRoles().stream().sorted().toList();
    return new JsonObject()
        .put("name", name(token))
        .put("subject", token.getSubject())
        .put("roles", new JsonArray(roles))
        .put("expiresAt", Instant.ofEpochSecond(token.getExpirationTime()).toString());
  }

  private static String name(JsonWebToken token) {
    return Stream.of("name", "preferred_username", "sub")
        .map(claim -> token.<String>getClaim(claim))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
