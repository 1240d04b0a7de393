package io.daybreak.acceptance.bench.orders;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Sends shots to addresses in turn; everything after the start happens on one event loop. */
final class LoadGenerator implements AutoCloseable {

  private static final int CONNECTIONS = 256;
  private static final int ANSWER_WITHIN_MILLIS = 10_000;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setMaxWaitQueueSize(-1));
  private final List<URI> addresses;

  LoadGenerator(List<URI> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  /** One shot after the other at a steady rate, whether or not the server keeps up. */
  Measurement atRate(List<Shot> shots, int perSecond) {
    var run = new Run(shots);
    vertx.runOnContext(start -> run.steadily(1_000_000_000L / perSecond));
    return run.await();
  }

  /** As fast as so many clients can that each wait for an answer before their next shot. */
  Measurement asFastAs(List<Shot> shots, int clients) {
    var run = new Run(shots);
    vertx.runOnContext(
        start -> {
          for (int i = 0; i < clients; i++) {
            run.again();
          }
        });
    return run.await();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One measurement under way. */
  private final class Run {

    private final List<Shot> shots;
    private final long[] nanos;
    private final Promise<Measurement> over = Promise.promise();
    private final long began = System.nanoTime();
    private int next;
    private int accepted;
    private int failed;

    Run(List<Shot> shots) {
      this.shots = shots;
      this.nanos = new long[shots.size()];
    }

    void steadily(long interval) {
      long begin = System.nanoTime();
      vertx.setPeriodic(
          1,
          timer -> {
            while (next < shots.size() && begin + next * interval <= System.nanoTime()) {
              shoot(begin + next * interval);
            }
            if (next == shots.size()) {
              vertx.cancelTimer(timer);
            }
          });
    }

    void again() {
      if (next < shots.size()) {
        shoot(System.nanoTime()).onComplete(answered -> again());
      }
    }

    private Future<Void> shoot(long dueAt) {
      Shot shot = shots.get(next);
      URI address = addresses.get(next % addresses.size());
      next++;
      return client
          .request(
              new RequestOptions()
                  .setAbsoluteURI(address.toString())
                  .setMethod(HttpMethod.POST)
                  .setTimeout(ANSWER_WITHIN_MILLIS)
                  .setHeaders(shot.headers()))
          .compose(request -> request.send(shot.body()))
          .compose(response -> response.body().map(body -> response.statusCode()))
          .otherwise(0)
          .onSuccess(status -> ended(status, System.nanoTime() - dueAt))
          .mapEmpty();
    }

    private void ended(int status, long time) {
      if (status >= 200 && status < 300) {
        nanos[accepted++] = time;
      } else {
        failed++;
      }
      if (accepted + failed == shots.size()) {
        over.complete(
            Measurement.of(
                failed,
                Duration.ofNanos(System.nanoTime() - began),
                Arrays.copyOf(nanos, accepted)));
      }
    }

    Measurement await() {
      return over.future().toCompletionStage().toCompletableFuture().join();
    }
  }
}
