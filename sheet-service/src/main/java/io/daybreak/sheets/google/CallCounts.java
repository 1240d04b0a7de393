package io.daybreak.sheets.google;

import io.daybreak.contracts.run.FailureCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts calls to Google, by kind (read, write) and outcome, and the cells written. */
@ApplicationScoped
class CallCounts {

  private static final String CALLS = "daybreak.google.calls";

  private final MeterRegistry registry;
  private final Counter cells;

  CallCounts(MeterRegistry registry) {
    this.registry = registry;
    this.cells = registry.counter("daybreak.google.cells.written");
  }

  void answered(String kind) {
    registry.counter(CALLS, "kind", kind, "outcome", "OK").increment();
  }

  /** A 429 counts as SHEET_RATE_LIMITED, each time. */
  void failed(String kind, FailureCode code) {
    registry.counter(CALLS, "kind", kind, "outcome", code.name()).increment();
  }

  void cellsWritten(long count) {
    cells.increment(count);
  }
}
