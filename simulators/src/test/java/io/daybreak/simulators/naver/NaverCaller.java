package io.daybreak.simulators.naver;

import io.daybreak.simulators.naver.access.Signature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the simulator as NAVER's documentation says a client should, or nearly so. */
final class NaverCaller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final String licence;
  private final String secret;
  private final String customer;
  private final Map<String, @Nullable String> overridden = new LinkedHashMap<>();

  NaverCaller(URI base, String licence, String secret, long customer) {
    this.base = base;
    this.licence = licence;
    this.secret = secret;
    this.customer = String.valueOf(customer);
  }

  /** The same caller with another value of a header; null leaves the header out. */
  NaverCaller with(String header, @Nullable String value) {
    var other = new NaverCaller(base, licence, secret, Long.parseLong(customer));
    other.overridden.putAll(overridden);
    other.overridden.put(header, value);
    return other;
  }

  HttpResponse<String> get(String pathAndQuery) {
    return send(signed("GET", pathAndQuery, System.currentTimeMillis()).GET());
  }

  HttpResponse<String> getAt(long timestamp, String path) {
    return send(signed("GET", path, timestamp).GET());
  }

  HttpResponse<String> delete(String path) {
    return send(signed("DELETE", path, System.currentTimeMillis()).DELETE());
  }

  HttpResponse<String> post(String path, JsonObject body) {
    return post(path, body.encode(), "application/json; charset=UTF-8");
  }

  HttpResponse<String> post(String path, String body, String... contentTypes) {
    HttpRequest.Builder request =
        signed("POST", path, System.currentTimeMillis())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (String contentType : contentTypes) {
      request.header("Content-Type", contentType);
    }
    return send(request);
  }

  /** The simulator's own switches need no signature. */
  HttpResponse<String> control(String path, JsonObject body) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  JsonArray list(String pathAndQuery) {
    return new JsonArray(ok(get(pathAndQuery)));
  }

  JsonObject object(String pathAndQuery) {
    return new JsonObject(ok(get(pathAndQuery)));
  }

  private static String ok(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  static int code(HttpResponse<String> response) {
    return new JsonObject(response.body()).getInteger("code");
  }

  static String title(HttpResponse<String> response) {
    return new JsonObject(response.body()).getString("title");
  }

  private HttpRequest.Builder signed(String method, String pathAndQuery, long timestamp) {
    String path = pathAndQuery.replaceFirst("\\?.*", "");
    var headers = new LinkedHashMap<String, @Nullable String>();
    headers.put("X-Timestamp", String.valueOf(timestamp));
    headers.put("X-API-KEY", licence);
    headers.put("X-Customer", customer);
    headers.put("X-Signature", Signature.of(secret, String.valueOf(timestamp), method, path));
    headers.putAll(overridden);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery));
    headers.forEach(
        (name, value) -> {
          if (value != null) {
            request.header(name, value);
          }
        });
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
