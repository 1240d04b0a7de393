package io.daybreak.console.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenID Connect issuer that signs everybody in as the marketer, and checks the code's proof.
 */
final class Issuer {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys = keys();
  private final Map<String, Authorization> codes = new ConcurrentHashMap<>();
  private volatile int accessSeconds = 300;

  private record Authorization(String challenge, String nonce) {}

  /** Starts it on a free port. */
  HttpServer start(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    router.get("/.well-known/openid-configuration").handler(call -> call.json(metadata(call)));
    router.get("/jwks").handler(call -> call.json(jwks()));
    router.get("/authorize").handler(this::authorize);
    router.post("/token").handler(this::token);
    router.get("/logout").handler(call -> call.end("signed out"));
    router.post("/_access-seconds/:seconds").handler(this::nextAccess);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static JsonObject metadata(RoutingContext call) {
    String base = "http://" + call.request().authority();
    return new JsonObject()
        .put("issuer", "daybreak")
        .put("authorization_endpoint", base + "/authorize")
        .put("token_endpoint", base + "/token")
        .put("jwks_uri", base + "/jwks")
        .put("end_session_endpoint", base + "/logout");
  }

  private JsonObject jwks() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put(
            "keys",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kty", "RSA")
                        .put("use", "sig")
                        .put("alg", "RS256")
                        .put("kid", "test")
                        .put("n", BASE64.encodeToString(key.getModulus().toByteArray()))
                        .put("e", BASE64.encodeToString(key.getPublicExponent().toByteArray()))));
  }

  private void authorize(RoutingContext call) {
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Authorization(
            call.request().getParam("code_challenge"), call.request().getParam("nonce")));
    String target =
        call.request().getParam("redirect_uri")
            + "?code="
            + code
            + "&state="
            + call.request().getParam("state");
    call.redirect(target);
  }

  private void token(RoutingContext call) {
    boolean renewal = "refresh_token".equals(call.request().getFormAttribute("grant_type"));
    Authorization authorization =
        renewal ? new Authorization("", "") : codes.remove(call.request().getFormAttribute("code"));
    boolean proven =
        renewal
            || authorization
                .challenge()
                .equals(challenge(call.request().getFormAttribute("code_verifier")));
    if (!proven) {
      call.response().setStatusCode(400);
      call.json(new JsonObject().put("error", "invalid_grant"));
      return;
    }
    call.json(tokens(renewal ? "renewed" : "first", authorization.nonce()));
  }

  private JsonObject tokens(String generation, String nonce) {
    int seconds = accessSeconds;
    accessSeconds = 300;
    JwtClaimsBuilder id =
        Jwt.issuer("daybreak").subject("marketer").audience("console").claim("name", "Marketer");
    if (!nonce.isEmpty()) {
      id.claim("nonce", nonce);
    }
    return new JsonObject()
        .put("token_type", "Bearer")
        .put("expires_in", seconds)
        .put("id_token", sign(id.expiresIn(300)))
        .put(
            "access_token",
            sign(
                Jwt.issuer("daybreak")
                    .subject("marketer")
                    .groups(Set.of("marketer"))
                    .claim("generation", generation)
                    .expiresIn(seconds)))
        .put("refresh_token", UUID.randomUUID().toString());
  }

  private String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId("test").sign(keys.getPrivate());
  }

  private void nextAccess(RoutingContext call) {
    accessSeconds = Integer.parseInt(call.pathParam("seconds"));
    call.end();
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return BASE64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
