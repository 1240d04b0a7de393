package io.daybreak.acceptance.orders;

import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** order-service's HTTP API, as a merchant's front end uses it. */
public final class OrderApi {

  /** An answer other than what the caller counts on. */
  public static final class UnexpectedAnswerException extends RuntimeException {
    UnexpectedAnswerException(String call, Reply reply) {
      super("%s: %d %s".formatted(call, reply.status(), reply.body()));
    }
  }

  /** What was answered. */
  public record Reply(int status, String body) {

    public JsonObject json() {
      return new JsonObject(body);
    }
  }

  private static final String BOUNDARY = "end-of-the-file";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  public OrderApi(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Registers a shop with both of its credentials. */
  public JsonObject register(ShopOptions shop, ReviewRules rules) throws IOException {
    return expect(
        201,
        "POST",
        "/api/shops",
        new JsonObject()
            .put("domain", shop.domain())
            .put("webhookSecret", shop.webhookSecret())
            .put("apiToken", shop.accessToken())
            .put("settings", rules.toJson()));
  }

  public JsonObject shop(String domain) throws IOException {
    return expect(200, "GET", "/api/shops/" + domain, null);
  }

  /** New settings for a shop, whoever changed it last. */
  public JsonObject change(String domain, ReviewRules rules) throws IOException {
    return expect(
        200,
        "PUT",
        "/api/shops/" + domain,
        new JsonObject()
            .put("version", shop(domain).getInteger("version"))
            .put("settings", rules.toJson()));
  }

  /** The orders with this Shopify id: one, or none yet. */
  public List<JsonObject> orders(String shop, long orderId) throws IOException {
    return items("/api/orders?shop=" + shop + "&order=" + orderId);
  }

  /** The review mails of an order, the newest first. */
  public List<JsonObject> mails(String shop, long orderId) throws IOException {
    return items("/api/review-mails?shop=" + shop + "&order=" + orderId);
  }

  public Reply sendNow(String mailId, boolean confirm) throws IOException {
    return call("POST", "/api/review-mails/" + mailId + "/send-now?confirm=" + confirm, null);
  }

  public Reply post(String path) throws IOException {
    return call("POST", path, null);
  }

  public Reply call(String method, String path, @Nullable JsonObject body) throws IOException {
    BodyPublisher content =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode());
    return send(request(path).header("Content-Type", "application/json").method(method, content));
  }

  /** Sends a file as a browser's form does, as the field {@code file}. */
  public Reply upload(String path, String csv) throws IOException {
    String form =
        """
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="orders.csv"\r
        Content-Type: text/csv\r
        \r
        %2$s\r
        --%1$s--\r
        """
            .formatted(BOUNDARY, csv);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private JsonObject expect(int status, String method, String path, @Nullable JsonObject body)
      throws IOException {
    Reply reply = call(method, path, body);
    if (reply.status() != status) {
      throw new UnexpectedAnswerException(method + " " + path, reply);
    }
    return reply.json();
  }

  private List<JsonObject> items(String path) throws IOException {
    JsonArray items = expect(200, "GET", path, null).getJsonArray("items");
    return items.stream().map(JsonObject.class::cast).toList();
  }
}
