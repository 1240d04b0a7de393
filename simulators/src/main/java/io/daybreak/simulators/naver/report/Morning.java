package io.daybreak.simulators.naver.report;

import io.vertx.core.json.JsonObject;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How NAVER is late with yesterday.
 *
 * @param customer null for every customer
 * @param readyAt time in Seoul from which on yesterday is ready; null for never
 * @param until what is answered before that: {@link Outcome#NOT_READY} and {@link
 *     Outcome#NOT_FOUND} at the order, {@link Outcome#AGGREGATING}, {@link Outcome#NONE} and {@link
 *     Outcome#HALF} by the job
 */
public record Morning(@Nullable Long customer, @Nullable LocalTime readyAt, Outcome until) {

  boolean concerns(long ofCustomer) {
    return customer == null || customer == ofCustomer;
  }

  boolean isLate(LocalTime now) {
    return readyAt == null || now.isBefore(readyAt);
  }

  /** Reads {@code {"customer":1000001,"readyAt":"08:20","until":"AGGREGATING"}}. */
  static Morning of(JsonObject json) {
    String readyAt = json.getString("readyAt");
    return new Morning(
        json.getLong("customer"),
        readyAt == null ? null : LocalTime.parse(readyAt),
        Outcome.valueOf(json.getString("until", Outcome.NOT_READY.name())));
  }
}
