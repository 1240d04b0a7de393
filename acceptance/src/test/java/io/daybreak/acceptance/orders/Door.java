package io.daybreak.acceptance.orders;

import io.daybreak.simulators.shopify.webhook.Signature;
import io.daybreak.simulators.shopify.webhook.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Delivers what Shopify never would, to one replica.
 *
 * @param shop domain in the header
 * @param secret what the body is signed with
 */
record Door(URI webhooks, String shop, String secret) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Door signing(String otherSecret) {
    return new Door(webhooks, shop, otherSecret);
  }

  HttpResponse<String> deliver(String topic, String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HTTP.send(
        request(UUID.randomUUID(), topic, bytes, Signature.of(bytes, secret)),
        BodyHandlers.ofString());
  }

  /** The status of a delivery with a webhook id that others may have as well. */
  CompletableFuture<Integer> deliver(UUID webhookId, String topic, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HTTP.sendAsync(
            request(webhookId, topic, bytes, Signature.of(bytes, secret)),
            BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  private HttpRequest request(UUID webhookId, String topic, byte[] body, String signature) {
    var webhook = new Webhook(webhookId, UUID.randomUUID(), shop, topic, Instant.now());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhooks).POST(BodyPublishers.ofByteArray(body));
    webhook.headers(signature).forEach(request::header);
    return request.build();
  }
}
