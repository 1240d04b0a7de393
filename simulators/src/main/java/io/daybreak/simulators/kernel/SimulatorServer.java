package io.daybreak.simulators.kernel;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP server of one simulator. One event loop receives everything, so calls are stamped and
 * handled strictly in the order in which they arrive.
 */
public final class SimulatorServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());
  private static final long START_SECONDS = 20;

  private final SimulatorOptions options;
  private final Simulation simulation;
  private final Vertx vertx;
  private final HttpServer server;
  private final Journal journal = new Journal();
  private final Faults faults;
  private final ControlApi control;

  private SimulatorServer(SimulatorOptions options, Simulation simulation) {
    this.options = options;
    this.simulation = simulation;
    this.faults = new Faults(options.seed());
    this.control = new ControlApi(journal, faults, simulation.control());
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setMaxWorkerExecuteTime(10)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES));
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(Host.listen())
                    .setPort(options.port())
                    .setHttp2ClearTextEnabled(false)
                    .setMaxInitialLineLength(64 * 1024)
                    // As Amazon does: who waits for it before a large body waits for seconds.
                    .setHandle100ContinueAutomatically(true)
                    .setTcpNoDelay(true))
            .requestHandler(this::receive);
  }

  /** Starts listening and says where, and with which seed. */
  public static SimulatorServer start(SimulatorOptions options, Simulation simulation) {
    var started = new SimulatorServer(options, simulation);
    await(started.server.listen());
    LOG.log(
        System.Logger.Level.INFO,
        "simulator {0} at {1}, seed {2}",
        options.name(),
        started.baseUrl(),
        String.valueOf(options.seed()));
    return started;
  }

  private void receive(HttpServerRequest request) {
    Arrival arrival = Arrival.now();
    var head =
        new RequestHead(
            request.method().name(),
            Objects.requireNonNullElse(request.path(), "/"),
            Objects.requireNonNullElse(request.query(), ""),
            request.params(),
            request.headers(),
            request.remoteAddress().hostAddress());
    if (head.path().startsWith(ControlApi.PREFIX)) {
      request.body().onSuccess(body -> control(request, head, arrival, body));
    } else {
      new Exchange(vertx, simulation, journal, faults, request, head, arrival).begin();
    }
  }

  private void control(HttpServerRequest request, RequestHead head, Arrival arrival, Buffer body) {
    Answer answer = control.answer(new Call(head, arrival, Map.of(), Map.of(), body));
    Future<Answer> ready =
        answer instanceof Answer.Later later
            ? vertx.executeBlocking(later.work(), false)
            : Future.succeededFuture(answer);
    ready
        .otherwise(failed -> Answer.text(400, "text/plain", String.valueOf(failed)))
        .onSuccess(
            whole ->
                new ResponseWriter(vertx, request.response(), null, (o, status, bytes) -> {})
                    .send(whole));
  }

  /** Where services reach the simulator, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://" + Host.name() + ":" + server.actualPort());
  }

  public Journal journal() {
    return journal;
  }

  public Faults faults() {
    return faults;
  }

  public long seed() {
    return options.seed();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static void await(Future<?> done) {
    try {
      done.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("the simulator did not start or stop", failed);
    }
  }
}
