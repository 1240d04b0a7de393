package io.daybreak.kit.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values of Java as PostgreSQL takes them, and back. */
public final class SqlValues {

  private SqlValues() {}

  /**
   * The parameters of a statement: a {@link Duration} becomes seconds ({@code make_interval(secs =>
   * $1)}), an {@link Instant} a {@code timestamptz}, a constant of an enumeration its name.
   */
  public static Tuple tuple(@Nullable Object... values) {
    Object[] converted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = converted(values[i]);
    }
    return Tuple.from(converted);
  }

  /** Seconds, with their fraction. */
  public static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** A column that is not null, as an instant. */
  public static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  /** A column as an instant. */
  public static @Nullable Instant instantOrNull(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Object converted(@Nullable Object value) {
    if (value instanceof Duration duration) {
      return seconds(duration);
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
