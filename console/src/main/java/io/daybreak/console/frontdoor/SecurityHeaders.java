package io.daybreak.console.frontdoor;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers, with every answer, what its pages may do: nothing but what they are made of. */
@ApplicationScoped
class SecurityHeaders {

  private static final String STATIC = "/static/";
  private static final String BUNDLE = STATIC + "bundle/";

  /** The first of all. */
  private static final int PRIORITY = 400;

  private final String policy;

  SecurityHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
    policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self' "
            + issuer.getScheme()
            + "://"
            + issuer.getAuthority();
  }

  void filters(@Observes Filters filters) {
    filters.register(
        call -> {
          call.addHeadersEndHandler(ignored -> settle(call));
          call.next();
        },
        PRIORITY);
  }

  private void settle(RoutingContext call) {
    MultiMap headers = call.response().headers();
    headers
        .set("Content-Security-Policy", policy)
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "same-origin")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        .set(HttpHeaders.CACHE_CONTROL, caching(call));
  }

  /**
   * Names of bundled files change with their content. The few other static files are nobody's
   * secret and change with a release: an hour. Everything else is asked for each time.
   */
  private static String caching(RoutingContext call) {
    String path = call.normalizedPath();
    int status = call.response().getStatusCode();
    if ((status != 200 && status != 304) || !path.startsWith(STATIC)) {
      return "no-store";
    }
    return path.startsWith(BUNDLE) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
  }
}
