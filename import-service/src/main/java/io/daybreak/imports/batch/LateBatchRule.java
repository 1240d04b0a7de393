package io.daybreak.imports.batch;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The morning batch was not started, or is not finished when its plan said it would be. */
@ApplicationScoped
class LateBatchRule implements AlertRule {

  /** Sets that were defined after the batch's time wait for tomorrow's. */
  private static final String LATE =
      """
      select (select count(*) from raw_data
              where schedule_enabled and deleted_at is null and created_at < $2) as scheduled,
             exists (select from batch where date = $1) as started,
             (select count(*) from run
              join batch_key on batch_key.batch_date = run.batch_date
                             and batch_key.api_key_id = run.api_key_id
              where run.batch_date = $1 and run.trigger = 'BATCH' and run.state between 1 and 6
                and batch_key.expected_end < $3) as unfinished
      """;

  private final BlockingSql sql;
  private final Pool pool;
  private final ImportDays days;
  private final BatchConfig.Late config;

  LateBatchRule(BlockingSql sql, Pool pool, ImportDays days, BatchConfig config) {
    this.sql = sql;
    this.pool = pool;
    this.days = days;
    this.config = config.late();
  }

  @Override
  public String name() {
    return "batch-late";
  }

  @Override
  public Finding evaluate(Instant now) {
    LocalDate today = days.today();
    Instant due = today.atTime(config.time()).atZone(ImportDays.SEOUL).toInstant();
    Row facts =
        sql.await(
                pool.preparedQuery(LATE)
                    .execute(
                        Tuple.of(
                            today,
                            due.atOffset(ZoneOffset.UTC),
                            now.minus(config.endGrace()).atOffset(ZoneOffset.UTC))))
            .iterator()
            .next();
    long scheduled = facts.getLong("scheduled");
    long unfinished = facts.getLong("unfinished");
    if (unfinished > 0) {
      return unfinished(unfinished);
    }
    boolean missed = !facts.getBoolean("started") && now.isAfter(due.plus(config.startGrace()));
    return missed && scheduled > 0 ? notStarted(today, scheduled) : Finding.NONE;
  }

  private static Finding unfinished(long runs) {
    return new Finding(
        runs,
        "아침 배치가 예정 시각이 지났는데도 끝나지 않았습니다. 남은 가져오기: %d건".formatted(runs),
        "The morning batch is not finished although its time is over; %d imports are left."
            .formatted(runs));
  }

  private static Finding notStarted(LocalDate today, long sets) {
    return new Finding(
        sets,
        "%s 아침 배치가 시작되지 않았습니다. 기다리는 원본 데이터: %d건".formatted(today, sets),
        "The morning batch of %s was not started; %d raw-data sets wait for it."
            .formatted(today, sets));
  }
}
