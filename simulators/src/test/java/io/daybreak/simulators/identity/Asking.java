package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.Pem;
import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An identity provider, and an application with a browser that ask it. */
final class Asking implements AutoCloseable {

  static final String REDIRECT = "http://127.0.0.1:8080/signed-in";
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  /** Of the verifier; both are the example of RFC 7636, appendix B. */
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** Making one takes longer than a test. */
  private static final KeyPair KEY = Pem.newKeyPair();

  final MovableClock clock = new MovableClock();
  final TokenIssuer issuer = new TokenIssuer(KEY, clock);
  final SignInSimulator provider =
      SignInSimulator.start(new SimulatorOptions("sign-in", 0, 1), issuer, clock);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A request as it should be. */
  Map<String, String> authorization() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", "console");
    request.put("redirect_uri", REDIRECT);
    request.put("scope", "openid profile");
    request.put("state", "a state");
    request.put("nonce", "a-nonce");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }

  HttpResponse<String> authorize(Map<String, String> request, String... headers) {
    HttpRequest.Builder builder = to("/authorize?" + form(request));
    return send(headers.length == 0 ? builder : builder.headers(headers));
  }

  /** A person presses a button. */
  HttpResponse<String> press(Map<String, String> request, String account) {
    return send(
        to("/sign-in?" + form(request))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("account=" + account)));
  }

  /** The code that the browser is sent back with. */
  String code(String account) {
    return parameters(press(authorization(), account)).getOrDefault("code", "none");
  }

  /** The form that exchanges a code, as it should be. */
  Map<String, String> exchange(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  HttpResponse<String> token(Map<String, String> form) {
    return token(form, provider.client().id() + ":" + provider.client().secret());
  }

  /**
   * @param proof name and secret for {@code client_secret_basic}, null to send no header
   */
  HttpResponse<String> token(Map<String, String> form, @Nullable String proof) {
    HttpRequest.Builder request =
        to("/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)));
    if (proof != null) {
      byte[] bytes = proof.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return send(request);
  }

  /** Signs in, and gets the tokens. */
  JsonObject tokens(String account) {
    return new JsonObject(token(exchange(code(account))).body());
  }

  HttpResponse<String> refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  HttpResponse<String> userInfo(String token) {
    return send(to("/userinfo").header("Authorization", "Bearer " + token));
  }

  HttpResponse<String> logout(Map<String, String> parameters) {
    return send(to("/logout?" + form(parameters)));
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(provider.url() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the browser is sent back with; empty where it is not sent anywhere. */
  static Map<String, String> parameters(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .map(location -> Parameters.of(URI.create(location).getRawQuery()).values())
        .orElse(Map.of());
  }

  static String error(HttpResponse<String> response) {
    return new JsonObject(response.body()).getString("error");
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    provider.close();
  }
}
