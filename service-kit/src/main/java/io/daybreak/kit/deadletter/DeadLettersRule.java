package io.daybreak.kit.deadletter;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Too many dead letters: that are not settled, or that came within an hour, which is as bad where
 * each is settled by itself.
 */
@ApplicationScoped
class DeadLettersRule implements AlertRule {

  private static final String COUNT =
      """
      select count(*) filter (where state not in ('SYNCED', 'DISCARDED')) as open,
             count(*) filter (where recorded_at > $1) as recent
      from dead_letter
      """;

  private static final Duration RECENTLY = Duration.ofHours(1);

  private final BlockingSql sql;
  private final DeadLetterSettings settings;

  DeadLettersRule(BlockingSql sql, DeadLetterSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "dead-letters";
  }

  @Override
  public Finding evaluate(Instant now) {
    Row counts = sql.one(COUNT, now.minus(RECENTLY));
    long open = counts.getLong("open");
    long recent = counts.getLong("recent");
    return Math.max(open, recent) <= settings.openTolerated()
        ? Finding.NONE
        : new Finding(
            Math.max(open, recent),
            "데드레터가 최근 1시간 동안 %d건 들어왔고, 미처리 건은 %d건입니다.".formatted(recent, open),
            "%d dead letters came within the last hour, %d are not settled."
                .formatted(recent, open));
  }
}
