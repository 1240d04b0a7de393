package io.daybreak.imports.batch;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** NAVER has not finished days by the hour until which they are fetched again. */
@ApplicationScoped
class LateDaysRule implements AlertRule {

  private static final String GIVEN_UP =
      """
      select count(*) as sets
      from raw_data join run on run.id = raw_data.newest_run_id
      where raw_data.deleted_at is null and run.state = 7 and run.gaps_given_up_at >= $1
      """;

  private final BlockingSql sql;
  private final Pool pool;
  private final ImportDays days;

  LateDaysRule(BlockingSql sql, Pool pool, ImportDays days) {
    this.sql = sql;
    this.pool = pool;
    this.days = days;
  }

  @Override
  public String name() {
    return "late-days";
  }

  @Override
  public Finding evaluate(Instant now) {
    OffsetDateTime today =
        days.today().atStartOfDay(ImportDays.SEOUL).toInstant().atOffset(ZoneOffset.UTC);
    long sets =
        sql.await(pool.preparedQuery(GIVEN_UP).execute(Tuple.of(today)))
            .iterator()
            .next()
            .getLong("sets");
    return sets == 0
        ? Finding.NONE
        : new Finding(
            sets,
            "네이버가 통계를 완성하지 않은 날이 남은 원본 데이터: %d건".formatted(sets),
            "%d raw-data sets lack days that NAVER has not finished today.".formatted(sets));
  }
}
