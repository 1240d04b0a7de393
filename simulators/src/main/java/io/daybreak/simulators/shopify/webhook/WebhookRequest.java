package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/**
 * A single delivery attempt within Shopify's time limits. The client never sends anything twice.
 */
final class WebhookRequest {

  private final Vertx vertx;
  private final HttpClient client;

  WebhookRequest(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) DeliveryRules.CONNECT_WITHIN.toMillis())
                .setMaxPoolSize(DeliveryRules.MOST_AT_ONCE)
                .setKeepAliveTimeout(30));
  }

  /** The attempt; the future does not fail. */
  Future<Attempt> post(URI address, MultiMap headers, Buffer body) {
    Instant at = Instant.now();
    long began = System.nanoTime();
    return status(address, headers, body)
        .map(status -> new Attempt(at, address, status, null, since(began)))
        .otherwise(failure -> new Attempt(at, address, 0, String.valueOf(failure), since(began)));
  }

  private Future<Integer> status(URI address, MultiMap headers, Buffer body) {
    Promise<Integer> answer = Promise.promise();
    var options =
        new RequestOptions()
            .setAbsoluteURI(address.toString())
            .setMethod(HttpMethod.POST)
            .setHeaders(headers);
    client
        .request(options)
        .onFailure(answer::tryFail)
        .onSuccess(request -> exchange(request, body, answer));
    return answer.future();
  }

  private void exchange(HttpClientRequest request, Buffer body, Promise<Integer> answer) {
    long limit =
        vertx.setTimer(
            DeliveryRules.ANSWER_WITHIN.toMillis(),
            timer -> {
              answer.tryFail(new TimeoutException("no answer within 5 s"));
              request.reset();
            });
    answer.future().onComplete(over -> vertx.cancelTimer(limit));
    // Vert.x would log what the attempt tells anyway.
    request.exceptionHandler(answer::tryFail);
    request
        .send(body)
        .compose(WebhookRequest::whole)
        .onSuccess(answer::tryComplete)
        .onFailure(answer::tryFail);
  }

  private static Future<Integer> whole(HttpClientResponse response) {
    return response.body().map(body -> response.statusCode());
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
