package io.daybreak.console.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/** A service that tells what it was asked, streams events, counts what is uploaded, and refuses. */
final class Service {

  private final AtomicLong received = new AtomicLong();

  /** Starts it on a free port. */
  HttpServer start(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route("/api/raw-data/events").handler(this::events);
    router.route("/api/raw-data/refused").handler(Service::refuse);
    router.get("/api/orders/received").handler(call -> call.end(received.toString()));
    router.post("/api/orders/import").handler(this::upload);
    router.route("/api/raw-data/*").handler(Service::echo);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static void echo(RoutingContext call) {
    JsonObject headers = new JsonObject();
    call.request().headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
    JsonObject answer =
        new JsonObject()
            .put("method", call.request().method().name())
            .put("uri", call.request().uri())
            .put("headers", headers);
    call.request().bodyHandler(body -> call.json(answer.put("body", body.toString())));
  }

  /** One event, and no end. */
  private void events(RoutingContext call) {
    call.response()
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .write("data: {\"progress\":0.5}\n\n");
  }

  private void upload(RoutingContext call) {
    received.set(0);
    call.request().handler(buffer -> received.addAndGet(buffer.length()));
    call.request().endHandler(end -> call.end(received.toString()));
  }

  private static void refuse(RoutingContext call) {
    call.response()
        .setStatusCode(409)
        .putHeader("Content-Type", "application/problem+json")
        .end("{\"detail\":\"The set has a run under way.\"}");
  }
}
