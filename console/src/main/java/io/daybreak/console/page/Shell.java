package io.daybreak.console.page;

import io.daybreak.console.frontdoor.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Every address that is nothing else is a page, and all pages are one document: which page it is,
 * the browser's script decides. So a link to an import works, and so does reloading it.
 */
@ApplicationScoped
class Shell {

  private static final String DOCUMENT = "/index.html";

  /** After everything that has an address of its own. */
  private static final int LAST = 1_000_000;

  void routes(@Observes Router router) {
    router.get().order(LAST).handler(this::answer);
  }

  private void answer(RoutingContext call) {
    String path = call.normalizedPath();
    boolean page =
        !path.equals(DOCUMENT) && !path.startsWith("/static/") && !path.startsWith("/q/");
    if (page) {
      call.reroute(DOCUMENT);
    } else {
      Problem.NO_SUCH_PATH.answer(call);
    }
  }
}
