package io.daybreak.imports.run;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Too many runs failed within an hour. */
@ApplicationScoped
class FailedRunsRule implements AlertRule {

  private static final String FAILED =
      """
      select failure_code, count(*) as runs
      from run
      where state = 0 and ended_at > $1 and failure_code <> 'CANCELLED'
      group by failure_code
      order by runs desc, failure_code
      """;

  private static final Duration RECENTLY = Duration.ofHours(1);

  private final BlockingSql sql;
  private final RunsConfig config;

  FailedRunsRule(BlockingSql sql, RunsConfig config) {
    this.sql = sql;
    this.config = config;
  }

  @Override
  public String name() {
    return "runs-failed";
  }

  @Override
  public Finding evaluate(Instant now) {
    long failed = 0;
    List<String> codes = new ArrayList<>();
    for (Row row : sql.list(FAILED, now.minus(RECENTLY))) {
      failed += row.getLong("runs");
      codes.add(row.getString("failure_code") + " " + row.getLong("runs"));
    }
    String reasons = String.join(", ", codes);
    return failed <= config.failuresTolerated()
        ? Finding.NONE
        : new Finding(
            failed,
            "최근 1시간 동안 가져오기 %d건이 실패했습니다: %s".formatted(failed, reasons),
            "%d imports failed within the last hour: %s".formatted(failed, reasons));
  }
}
