package io.daybreak.kit.door;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/**
 * Looks at each request before anything of its body is read. Who shows no token gets little: a
 * small body of announced length, soon, and together with all others who show none no more than a
 * few megabytes.
 */
@ApplicationScoped
class Door {

  /** Before every other filter. */
  private static final int PRIORITY = 200;

  private static final ProblemType FULL =
      new ProblemType("too-much-at-once", 503, "Too much is under way at the moment");

  private static final String PROTECTED = "/api/";

  private final Vertx vertx;
  private final long publicBody;
  private final long publicBytes;
  private final long publicMillis;
  private final long millis;
  private final AtomicLong inFlight = new AtomicLong();

  Door(Vertx vertx, DoorSettings settings) {
    this.vertx = vertx;
    this.publicBody = settings.publicBody().asLongValue();
    this.publicBytes = settings.publicBytesInFlight().asLongValue();
    this.publicMillis = settings.publicBodyTime().toMillis();
    this.millis = settings.bodyTime().toMillis();
  }

  void register(@Observes Filters filters) {
    filters.register(this::look, PRIORITY);
  }

  private void look(RoutingContext call) {
    HttpServerRequest request = call.request();
    if (!namesTypes(request.headers().getAll("Accept"))) {
      refuse(
          call, CommonProblems.NOT_ACCEPTABLE, "Name media types in Accept, as RFC 9110 has it.");
      return;
    }
    if (!namesTypes(request.headers().getAll("Content-Type"))) {
      refuse(call, CommonProblems.UNSUPPORTED_MEDIA_TYPE, "Name the body's type in Content-Type.");
      return;
    }
    // Public endpoints are those outside of /api; whatever token comes there proves nothing.
    boolean known =
        request.getHeader("Authorization") != null && call.normalizedPath().startsWith(PROTECTED);
    long length = announced(request);
    if (length == 0) {
      call.next();
    } else if (known) {
      limitTime(call, millis);
      call.next();
    } else if (length > publicBody) {
      refuse(call, CommonProblems.BODY_TOO_LARGE, "Send at most " + publicBody + " bytes.");
    } else if (inFlight.addAndGet(length) > publicBytes) {
      inFlight.addAndGet(-length);
      call.response().putHeader("Retry-After", "5");
      refuse(call, FULL, "Send it again in a few seconds.");
    } else {
      call.addEndHandler(ended -> inFlight.addAndGet(-length));
      limitTime(call, publicMillis);
      call.next();
    }
  }

  /** A connection whose request does not arrive is of no use to anybody. */
  private void limitTime(RoutingContext call, long limit) {
    HttpServerRequest request = call.request();
    long timer =
        vertx.setTimer(
            limit,
            late -> {
              if (!request.isEnded()) {
                request.connection().close();
              }
            });
    call.addEndHandler(ended -> vertx.cancelTimer(timer));
  }

  /**
   * Whether JAX-RS will be able to read a header of media types. It reads it even to answer that it
   * cannot, so that nothing later than this could refuse it.
   */
  private static boolean namesTypes(List<String> headers) {
    try {
      headers.forEach(MediaTypeHelper::parseHeader);
      return true;
    } catch (RuntimeException unreadable) { // an IllegalArgumentException at best
      return false;
    }
  }

  /** Bytes that the body has, or may have where it does not say; 0 for none. */
  private long announced(HttpServerRequest request) {
    if (request.getHeader("Transfer-Encoding") != null) {
      return publicBody;
    }
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Math.max(0, Long.parseLong(length));
    } catch (NumberFormatException e) {
      return 0; // the HTTP server itself refuses it
    }
  }

  private static void refuse(RoutingContext call, ProblemType type, String detail) {
    call.response()
        .setStatusCode(type.status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Connection", "close") // the body that is under way is not read
        .end(
            new JsonObject()
                .put("type", type.uri().toString())
                .put("status", type.status())
                .put("title", type.title())
                .put("detail", detail)
                .encode());
  }
}
