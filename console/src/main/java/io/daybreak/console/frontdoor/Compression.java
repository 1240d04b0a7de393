package io.daybreak.console.frontdoor;

import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Compresses the services' answers for browsers that understand it, as Quarkus does with files by
 * itself. Live events are left alone: they have to arrive one by one.
 */
@ApplicationScoped
class Compression {

  private static final Set<String> TYPES = Set.of("application/json", Problem.MEDIA_TYPE);

  private static final int PRIORITY = 390;

  void filters(@Observes Filters filters) {
    filters.register(
        call -> {
          call.addHeadersEndHandler(
              ignored -> HttpCompressionHandler.compressIfNeeded(call, TYPES));
          call.next();
        },
        PRIORITY);
  }
}
