package io.daybreak.console.frontdoor;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites from using a person's session. Browsers say where a request comes from, and
 * pages cannot change what they say: {@code Sec-Fetch-Site}, or at least {@code Origin}.
 */
@ApplicationScoped
class CrossSiteGuard {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final String SIGN_OUT = "/sign-out";

  /** Before anybody looks at cookies, after the headers of answers are settled. */
  private static final int PRIORITY = 350;

  void filters(@Observes Filters filters) {
    filters.register(this::guard, PRIORITY);
  }

  private void guard(RoutingContext call) {
    HttpServerRequest request = call.request();
    boolean harmless = SAFE.contains(request.method()) && !SIGN_OUT.equals(call.normalizedPath());
    if (harmless || isOurs(request)) {
      call.next();
    } else {
      Problem.CROSS_SITE.answer(call);
    }
  }

  private static boolean isOurs(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || (SAFE.contains(request.method()) && site.equals("none"));
    }
    return SAFE.contains(request.method())
        || isOwnOrigin(request, request.getHeader(HttpHeaders.ORIGIN));
  }

  private static boolean isOwnOrigin(HttpServerRequest request, @Nullable String origin) {
    return (request.scheme() + "://" + request.authority()).equals(origin);
  }
}
