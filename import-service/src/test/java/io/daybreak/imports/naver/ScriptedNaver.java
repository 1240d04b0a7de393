package io.daybreak.imports.naver;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server that does to each request what the test says, and remembers what it received. */
final class ScriptedNaver implements AutoCloseable {

  /** A request as it came in, its body included. */
  record Received(
      String method, String uri, MultiMap headers, String body, HttpConnection connection) {}

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Consumer<HttpServerRequest> script = request -> request.response().end("[]");

  ScriptedNaver() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.body().onSuccess(body -> handle(request, body.toString())))
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private void handle(HttpServerRequest request, String body) {
    received.add(
        new Received(
            request.method().name(), request.uri(), request.headers(), body, request.connection()));
    script.accept(request);
  }

  URI url() {
    return URI.create("http://localhost:" + server.actualPort());
  }

  Vertx vertx() {
    return vertx;
  }

  List<Received> received() {
    return received;
  }

  void answers(int status, String body) {
    does(request -> request.response().setStatusCode(status).end(body));
  }

  void does(Consumer<HttpServerRequest> behaviour) {
    script = behaviour;
  }

  void stopListening() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
