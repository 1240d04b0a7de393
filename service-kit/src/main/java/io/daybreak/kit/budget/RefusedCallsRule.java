package io.daybreak.kit.budget;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The other side refused calls for their rate (429), which pacing is there to prevent. */
@ApplicationScoped
class RefusedCallsRule implements AlertRule {

  /** A call has several budgets, and all of them count its refusal; the largest number is told. */
  private static final String REFUSED =
      """
      select name, sum(refused)::bigint as refused
      from budget_minute
      where minute >= $1 and refused > 0
      group by name
      """;

  private static final Duration RECENTLY = Duration.ofMinutes(15);
  private final BlockingSql sql;
  private final Pool pool;

  RefusedCallsRule(BlockingSql sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  @Override
  public String name() {
    return "calls-refused";
  }

  @Override
  public Finding evaluate(Instant now) {
    Map<String, Long> byKind = new TreeMap<>();
    for (Row row :
        sql.await(
            pool.preparedQuery(REFUSED)
                .execute(Tuple.of(now.minus(RECENTLY).atOffset(ZoneOffset.UTC))))) {
      byKind.merge(BudgetMetrics.kind(row.getString("name")), row.getLong("refused"), Long::sum);
    }
    if (byKind.isEmpty()) {
      return Finding.NONE;
    }
    String kinds =
        byKind.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return new Finding(
        byKind.values().stream().mapToLong(Long::longValue).max().orElseThrow(),
        "최근 15분 동안 429 응답을 받았습니다: %s".formatted(kinds),
        "Calls were refused with 429 within the last 15 minutes: %s".formatted(kinds));
  }
}
