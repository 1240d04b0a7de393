package io.daybreak.imports.plan;

import io.daybreak.contracts.sheet.TabLayout;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns calls and rows into cells and seconds. */
@ApplicationScoped
public class Planner {

  private final PlanConfig config;

  public Planner(PlanConfig config) {
    this.config = config;
  }

  /**
   * What a run will cost.
   *
   * @param columns columns of the format
   */
  public Plan plan(
      int days, long calls, long rows, RowsBasis basis, int columns, CallsBefore callsBefore) {
    return new Plan(
        days,
        calls,
        rows,
        basis,
        (rows + TabLayout.HEADER_ROWS) * columns,
        seconds(calls, rows),
        waitSeconds(callsBefore));
  }

  /** Seconds a whole run takes; fetching and writing overlap, so the slower of the two counts. */
  public long seconds(double calls, long rows) {
    return config.tabSeconds()
        + (long) Math.ceil(Math.max(fetchSeconds(calls), writeSeconds(rows)));
  }

  /** Seconds until the rates are free of what comes before. */
  public long waitSeconds(CallsBefore before) {
    return (long)
        Math.ceil(
            Math.max(
                before.withKey() / config.callsPerSecondAndKey(),
                fetchSeconds(before.forAccount())));
  }

  public double writeSeconds(long rows) {
    return rows / config.rowsPerSecond();
  }

  public long tabSeconds() {
    return config.tabSeconds();
  }

  private double fetchSeconds(double calls) {
    return calls / config.callsPerSecondAndAccount();
  }
}
