package io.daybreak.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock of every service; tests bring their own. */
@ApplicationScoped
class SystemClock {

  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @DefaultBean
  @ApplicationScoped
  NanoClock nanoClock() {
    return System::nanoTime;
  }
}
