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

/**
 * NAVER refuses an API key (403), so that none of its sets will be imported until it is renewed.
 */
@ApplicationScoped
class RefusedKeysRule implements AlertRule {

  /** A key is well again with its next run that ends otherwise. */
  private static final String REFUSED =
      """
      select api_key.name
      from api_key
      join lateral (
        select run.failure_code, run.ended_at from run
        where run.api_key_id = api_key.id and run.ended_at is not null
          and run.failure_code is distinct from 'CANCELLED'
        order by run.ended_at desc
        limit 1) last on true
      where last.failure_code = 'NAVER_KEY_REFUSED' and last.ended_at > $1
      order by api_key.name
      """;

  private static final Duration RECENTLY = Duration.ofDays(2);
  private static final int NAMED = 5;

  private final BlockingSql sql;

  RefusedKeysRule(BlockingSql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "naver-key-refused";
  }

  @Override
  public Finding evaluate(Instant now) {
    List<String> keys = new ArrayList<>();
    for (Row row : sql.list(REFUSED, now.minus(RECENTLY))) {
      keys.add(row.getString("name"));
    }
    String names = String.join(", ", keys.subList(0, Math.min(NAMED, keys.size())));
    return keys.isEmpty()
        ? Finding.NONE
        : new Finding(
            keys.size(),
            "네이버가 API 키 %d개를 거부합니다(403): %s".formatted(keys.size(), names),
            "NAVER refuses %d API keys (403): %s".formatted(keys.size(), names));
  }
}
