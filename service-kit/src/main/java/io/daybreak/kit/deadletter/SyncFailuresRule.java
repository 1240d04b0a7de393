package io.daybreak.kit.deadletter;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Too many letters that only a person can bring further. */
@ApplicationScoped
class SyncFailuresRule implements AlertRule {

  private static final String COUNT =
      """
      select count(*) filter (where state = 'FAILED') as failed,
             count(*) filter (where state = 'PARKED') as parked
      from dead_letter
      where state in ('FAILED', 'PARKED')
      """;

  private final BlockingSql sql;
  private final DeadLetterSettings settings;

  SyncFailuresRule(BlockingSql sql, DeadLetterSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "dead-letter-failures";
  }

  @Override
  public Finding evaluate(Instant now) {
    Row counts = sql.one(COUNT);
    long failed = counts.getLong("failed");
    long parked = counts.getLong("parked");
    return failed + parked <= settings.failedTolerated()
        ? Finding.NONE
        : new Finding(
            failed + parked,
            "동기화에 실패한 데드레터 %d건, 읽을 수 없는 데드레터 %d건이 확인을 기다립니다.".formatted(failed, parked),
            "%d dead letters could not be synchronised and %d could not be read; they wait for a person."
                .formatted(failed, parked));
  }
}
