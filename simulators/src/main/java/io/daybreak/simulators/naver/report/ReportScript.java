package io.daybreak.simulators.naver.report;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What shall happen to report jobs ordered from now on.
 *
 * @param customer null for every customer
 * @param type null for every type
 * @param day null for every day
 * @param times how many jobs it applies to
 * @param timing null for the usual one
 */
public record ReportScript(
    @Nullable Long customer,
    @Nullable ReportType type,
    @Nullable LocalDate day,
    Outcome outcome,
    int times,
    @Nullable JobTiming timing) {

  /** The next job for this customer, type and day. */
  public static ReportScript once(long customer, ReportType type, LocalDate day, Outcome outcome) {
    return new ReportScript(customer, type, day, outcome, 1, null);
  }

  boolean matches(long ofCustomer, ReportType ofType, LocalDate ofDay) {
    return (customer == null || customer == ofCustomer)
        && (type == null || type == ofType)
        && (day == null || day.equals(ofDay));
  }

  ReportScript used() {
    return new ReportScript(customer, type, day, outcome, times - 1, timing);
  }

  /**
   * Reads {@code {"customer":1000001,"reportTp":"AD_DETAIL","day":"2026-11-20","outcome":"ERROR",
   * "times":1,"registeredMillis":100,"runningMillis":100}}; all but the outcome may be missing.
   */
  static ReportScript of(JsonObject json) {
    String type = json.getString("reportTp");
    String day = json.getString("day");
    boolean timed = json.containsKey("registeredMillis") || json.containsKey("runningMillis");
    return new ReportScript(
        json.getLong("customer"),
        type == null ? null : ReportType.valueOf(type),
        day == null ? null : LocalDate.parse(day),
        Outcome.valueOf(json.getString("outcome", Outcome.NORMAL.name())),
        json.getInteger("times", Integer.MAX_VALUE),
        timed
            ? new JobTiming(
                Duration.ofMillis(json.getLong("registeredMillis", 0L)),
                Duration.ofMillis(json.getLong("runningMillis", 0L)))
            : null);
  }
}
