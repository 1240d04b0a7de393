package io.daybreak.orders.reviewmail;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Mails of which nobody knows whether they were sent: each waits for a person. */
@ApplicationScoped
class UnclearMailsRule implements AlertRule {

  private static final String COUNT =
      "select count(*) as mails from review_mail where state = 'UNCLEAR'";

  private final BlockingSql sql;
  private final Pool pool;

  UnclearMailsRule(BlockingSql sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  @Override
  public String name() {
    return "mails-unclear";
  }

  @Override
  public Finding evaluate(Instant now) {
    long mails = sql.await(pool.query(COUNT).execute()).iterator().next().getLong("mails");
    return mails == 0
        ? Finding.NONE
        : new Finding(
            mails,
            "발송 여부를 알 수 없는 후기 메일 %d건이 확인을 기다립니다.".formatted(mails),
            "%d review mails were perhaps sent, perhaps not, and wait for a person."
                .formatted(mails));
  }
}
