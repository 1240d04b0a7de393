package io.daybreak.imports.fetch;

import io.daybreak.imports.naver.NaverConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * NAVER's report jobs and entities over HTTP, for every customer id. A job is built when it is
 * looked at for the second time. Misbehaves for a customer as a test says.
 */
@ApplicationScoped
public class FakeNaver {

  private record Job(String customerId, String type, LocalDate day, AtomicLong looks) {}

  private record Fault(
      String customerId, String what, AtomicInteger left, Consumer<HttpServerRequest> behaviour) {}

  private record Call(String customerId, String what) {}

  private final Vertx vertx;
  private final NaverConfig config;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, Job> jobs = new TreeMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, Duration> lateness = new ConcurrentHashMap<>();
  private HttpServer server;

  FakeNaver(Vertx vertx, NaverConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.body().onSuccess(body -> receive(request, body.toString())))
            .listen(config.baseUrl().getPort(), config.baseUrl().getHost())
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @PreDestroy
  void stop() {
    server.close();
  }

  /**
   * The first calls of a customer are treated in another way.
   *
   * @param what start of method and path, {@code GET /report-download}
   */
  public void misbehaves(
      String customerId, String what, int times, Consumer<HttpServerRequest> behaviour) {
    faults.add(new Fault(customerId, what, new AtomicInteger(times), behaviour));
  }

  /** A customer's report jobs are made at once, and told of this much later. */
  void tellsLateOfJobs(String customerId, Duration lateness) {
    this.lateness.put(customerId, lateness);
  }

  /** Calls of a customer that begin with this method and path. */
  long calls(String customerId, String what) {
    return calls.stream()
        .filter(call -> call.customerId().equals(customerId) && call.what().startsWith(what))
        .count();
  }

  synchronized long jobsOf(String customerId) {
    return jobs.values().stream().filter(job -> job.customerId().equals(customerId)).count();
  }

  private void receive(HttpServerRequest request, String body) {
    String customerId = request.getHeader("X-Customer");
    String what = request.method() + " " + request.path();
    calls.add(new Call(customerId, what));
    faults.stream()
        .filter(fault -> fault.customerId().equals(customerId) && what.startsWith(fault.what()))
        .filter(fault -> fault.left().getAndDecrement() > 0)
        .findFirst()
        .map(Fault::behaviour)
        .orElse(well -> answer(well, customerId, body))
        .accept(request);
  }

  private synchronized void answer(HttpServerRequest request, String customerId, String body) {
    switch (request.method() + " " + request.path().replaceAll("/[0-9]+$", "")) {
      case "POST /stat-reports" -> {
        JsonObject order = new JsonObject(body);
        LocalDate day =
            LocalDate.parse(order.getString("statDt"), DateTimeFormatter.BASIC_ISO_DATE);
        long id = lastId.incrementAndGet();
        jobs.put(id, new Job(customerId, order.getString("reportTp"), day, new AtomicLong()));
        tell(request, customerId, described(id, "REGIST").encode());
      }
      case "GET /stat-reports" -> {
        JsonArray list = new JsonArray();
        jobs.forEach(
            (id, job) -> {
              if (job.customerId().equals(customerId)) {
                list.add(described(id, job.looks().incrementAndGet() < 2 ? "RUNNING" : "BUILT"));
              }
            });
        request.response().end(list.encode());
      }
      case "DELETE /stat-reports" -> {
        jobs.remove(Long.parseLong(request.path().substring("/stat-reports/".length())));
        request.response().setStatusCode(204).end();
      }
      case "GET /report-download" -> {
        Job job = jobs.get(Long.parseLong(request.getParam("authtoken")));
        request.response().end(new Campaigns(customerId).report(job.type(), job.day()));
      }
      case "GET /ncc/campaigns" -> entities(request, "nccCampaignId", "name");
      case "GET /ncc/adgroups" -> entities(request, "nccAdgroupId", "name");
      case "GET /ncc/keywords" -> entities(request, "nccKeywordId", "keyword");
      default -> request.response().setStatusCode(404).end();
    }
  }

  private void tell(HttpServerRequest request, String customerId, String answer) {
    Duration late = lateness.get(customerId);
    if (late == null) {
      request.response().end(answer);
    } else {
      vertx.setTimer(late.toMillis(), timer -> request.response().end(answer));
    }
  }

  private static void entities(HttpServerRequest request, String idField, String nameField) {
    JsonArray found = new JsonArray();
    for (String id : request.getParam("ids").split(",")) {
      if (Campaigns.nameOf(id) != null) {
        found.add(JsonObject.of(idField, id, nameField, Campaigns.nameOf(id)));
      }
    }
    request.response().end(found.encode());
  }

  private static JsonObject described(long id, String status) {
    String url = "https://elsewhere.example/report-download?authtoken=" + id + "&fileVersion=v2";
    return JsonObject.of(
        "reportJobId", id, "status", status, "downloadUrl", status.equals("BUILT") ? url : "");
  }
}
