package io.daybreak.simulators.slack.event;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Brings events to the app by the {@link EventRules}. */
public final class EventSender implements AutoCloseable {

  /** How long setting the request URL may take, beside other starts on a busy machine. */
  private static final Duration ADDRESS_WITHIN = Duration.ofSeconds(30);

  /** How often a person tries to set a request URL that does not answer. */
  private static final int PRESSES = 10;

  private static final int AT_ONCE = 32;

  private final Vertx vertx;
  private final HttpClient client;
  private final String signingSecret;
  private final Clock clock;
  private final List<EventAttempt> attempts = new CopyOnWriteArrayList<>();
  private final AtomicLong turns = new AtomicLong();
  private volatile List<URI> addresses = List.of();
  private volatile EventRules rules;

  public EventSender(EventRules rules, String signingSecret, Clock clock) {
    this.rules = rules;
    this.signingSecret = signingSecret;
    this.clock = clock;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) EventRules.ANSWER_WITHIN.toMillis())
                .setMaxPoolSize(AT_ONCE));
  }

  /** What holds for attempts from now on. */
  public void rules(EventRules wanted) {
    rules = wanted;
  }

  /** Every attempt that is over. */
  public List<EventAttempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * Sets the request URL; several stand for a load balancer before the app's instances.
   *
   * @throws IllegalStateException if one does not answer Slack's challenge
   */
  public void subscribe(List<URI> wanted) {
    JsonObject question =
        new JsonObject()
            .put("token", "x")
            .put("challenge", "challenge-" + clock.millis())
            .put("type", "url_verification");
    for (URI address : wanted) {
      String answer = answerOf(address, question);
      if (!answer.contains(question.getString("challenge"))) {
        throw new IllegalStateException("The request URL did not answer the challenge: " + answer);
      }
    }
    addresses = List.copyOf(wanted);
  }

  /** Slack waits for three seconds; who sees that nothing came presses "Retry". */
  private String answerOf(URI address, JsonObject question) {
    for (int press = 1; press < PRESSES && !Thread.currentThread().isInterrupted(); press++) {
      try {
        return ask(address, question);
      } catch (IllegalStateException noAnswer) {
        // pressed again
      }
    }
    return ask(address, question);
  }

  private String ask(URI address, JsonObject question) {
    return await(post(address, question, 0, null).compose(HttpClientResponse::body));
  }

  /** Sends an event; without a request URL nobody is told. */
  public void send(JsonObject event) {
    for (int i = 0; i < rules.copies() && !addresses.isEmpty(); i++) {
      attempt(event, 0, null);
    }
  }

  private void attempt(JsonObject event, int retry, @Nullable String reason) {
    long began = System.nanoTime();
    List<URI> all = addresses;
    URI address = all.get((int) (turns.getAndIncrement() % all.size()));
    post(address, event, retry, reason)
        .compose(response -> response.body().map(body -> response.statusCode()))
        .onComplete(
            done -> {
              int status = done.succeeded() ? done.result() : 0;
              String failure = done.succeeded() ? httpFailure(status) : failure(done.cause());
              Duration took = Duration.ofNanos(System.nanoTime() - began);
              String id = event.getString("event_id");
              attempts.add(new EventAttempt(id, retry, status, failure, took));
              if (failure != null && retry < EventRules.RETRIES) {
                long pause = rules.pauseBefore(retry + 1).toMillis();
                vertx.setTimer(pause, timer -> attempt(event, retry + 1, failure));
              }
            });
  }

  private Future<HttpClientResponse> post(
      URI address, JsonObject event, int retry, @Nullable String reason) {
    String body = event.encode();
    long timestamp = clock.instant().getEpochSecond();
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(address.toString())
            .setMethod(HttpMethod.POST)
            .setTimeout(EventRules.ANSWER_WITHIN.toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader("X-Slack-Request-Timestamp", Long.toString(timestamp))
            .putHeader("X-Slack-Signature", EventSignature.of(body, timestamp, signingSecret));
    if (retry > 0) {
      options.putHeader("X-Slack-Retry-Num", Integer.toString(retry));
      options.putHeader("X-Slack-Retry-Reason", reason);
    }
    return client.request(options).compose(request -> request.send(Buffer.buffer(body)));
  }

  private static @Nullable String httpFailure(int status) {
    return status / 100 == 2 ? null : "http_error";
  }

  private static String failure(Throwable cause) {
    return cause instanceof ConnectException ? "connection_failed" : "http_timeout";
  }

  private static String await(Future<Buffer> answer) {
    try {
      return answer
          .map(Buffer::toString)
          .toCompletionStage()
          .toCompletableFuture()
          .get(ADDRESS_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The request URL did not answer", e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
