package io.daybreak.kit.alert;

import io.daybreak.kit.sql.BlockingSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The alerts in the database. The methods that an evaluation needs block. */
@ApplicationScoped
class AlertTable {

  private static final String ALL = "select * from alert order by state, since desc, rule";

  private static final String SAVE =
      """
      insert into alert as a
        (rule, state, since, count, korean, english, told, told_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1)
      on conflict (rule) do update
      set state = excluded.state, since = excluded.since, count = excluded.count,
          korean = excluded.korean, english = excluded.english, told = excluded.told,
          told_at = excluded.told_at, version = excluded.version
      where a.version = $9
      """;

  private static final String TELLING =
      "update alert set telling = $2, telling_reason = $3 where rule = any($1::text[])";

  private final BlockingSql sql;
  private final Pool pool;

  AlertTable(BlockingSql sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** What operators see, firing ones first. */
  Uni<List<AlertView>> views(@Nullable AlertState state) {
    return pool.query(ALL)
        .execute()
        .map(
            rows ->
                stream(rows)
                    .map(AlertView::of)
                    .filter(view -> state == null || view.state() == state)
                    .toList());
  }

  /** What is known of rules that have fired, by their names. */
  Map<String, Alert> known() {
    return stream(sql.await(pool.query(ALL).execute()))
        .map(AlertTable::alert)
        .collect(Collectors.toMap(Alert::rule, Function.identity()));
  }

  /** Saves an alert unless it changed since it was read; returns whether it was saved. */
  boolean save(Alert alert) {
    return sql.await(
                pool.preparedQuery(SAVE)
                    .execute(
                        Tuple.tuple()
                            .addString(alert.rule())
                            .addString(alert.state().name())
                            .addOffsetDateTime(alert.since().atOffset(ZoneOffset.UTC))
                            .addLong(alert.finding().count())
                            .addString(alert.finding().korean())
                            .addString(alert.finding().english())
                            .addBoolean(alert.told())
                            .addOffsetDateTime(
                                alert.toldAt() == null
                                    ? null
                                    : alert.toldAt().atOffset(ZoneOffset.UTC))
                            .addLong(alert.version())))
            .rowCount()
        == 1;
  }

  /** Notes what became of the message about some rules. */
  void told(List<String> rules, Notification notification) {
    sql.await(
        pool.preparedQuery(TELLING)
            .execute(
                Tuple.tuple()
                    .addArrayOfString(rules.toArray(String[]::new))
                    .addString(notification.outcome())
                    .addString(notification.reason())));
  }

  private static Alert alert(Row row) {
    OffsetDateTime toldAt = row.getOffsetDateTime("told_at");
    return new Alert(
        row.getString("rule"),
        AlertState.valueOf(row.getString("state")),
        row.getOffsetDateTime("since").toInstant(),
        new Finding(row.getLong("count"), row.getString("korean"), row.getString("english")),
        row.getBoolean("told"),
        toldAt == null ? null : toldAt.toInstant(),
        row.getLong("version"));
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
