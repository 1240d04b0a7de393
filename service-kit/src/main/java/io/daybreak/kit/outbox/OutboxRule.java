package io.daybreak.kit.outbox;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Messages that stand in the outbox: refused by SQS for good, of a queue that this version does not
 * know, or waiting for longer than is tolerated. One is enough: something was promised that does
 * not happen.
 */
@ApplicationScoped
class OutboxRule implements AlertRule {

  private final Pool pool;
  private final BlockingSql sql;
  private final OutboxSettings settings;

  OutboxRule(Pool pool, BlockingSql sql, OutboxSettings settings) {
    this.pool = pool;
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "outbox-stands";
  }

  @Override
  public Finding evaluate(Instant now) {
    List<OutboxDepth> depths = sql.await(OutboxTable.depths(pool));
    long refused = depths.stream().mapToLong(OutboxDepth::refused).sum();
    long unknown =
        depths.stream().filter(depth -> !depth.known()).mapToLong(OutboxDepth::waiting).sum();
    long late = depths.stream().filter(this::late).mapToLong(OutboxDepth::waiting).sum();
    return refused + unknown + late == 0
        ? Finding.NONE
        : new Finding(
            refused + unknown + late,
            "보내지 못한 메시지: SQS가 거부 %d건, 이 버전이 모르는 큐 %d건, 오래 대기 중 %d건."
                .formatted(refused, unknown, late),
            "Messages that are not sent: %d refused by SQS, %d of a queue this version does not know, %d on queues whose oldest has waited too long."
                .formatted(refused, unknown, late));
  }

  private boolean late(OutboxDepth depth) {
    return depth.known() && depth.ageSeconds() > settings.toleratedAge().toSeconds();
  }
}
