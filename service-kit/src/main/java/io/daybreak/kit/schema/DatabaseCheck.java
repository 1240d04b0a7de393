package io.daybreak.kit.schema;

import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Whether the database is this service's, takes writes, and agrees about the time. */
@ApplicationScoped
class DatabaseCheck implements Check {

  private static final String LOOK =
      """
      select current_setting('server_version') as version,
             pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as read_only,
             extract(epoch from clock_timestamp())::float8 as seconds,
             (select count(*) from flyway_schema_history where success) as migrations,
             (select version from flyway_schema_history
              where success and version is not null
              order by installed_rank desc limit 1) as newest
      """;

  /** Signatures of NAVER's and tokens tolerate some seconds. */
  private static final Duration TOLERATED = Duration.ofSeconds(5);

  private final BlockingSql sql;
  private final Clock clock;

  DatabaseCheck(BlockingSql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Result look() {
    Row row = sql.one(LOOK);
    if (row.getBoolean("read_only")) {
      return Result.wrong(
          "The database takes no writes: it is a standby or read-only. Point the service at the primary.",
          "데이터베이스가 읽기 전용이거나 대기 서버입니다. 주 서버 주소로 연결을 바꾸세요.");
    }
    double apart = Math.abs(clock.millis() / 1000.0 - row.getDouble("seconds"));
    if (apart > TOLERATED.toSeconds()) {
      return Result.warning(
          "The clocks of this process and of the database are %.0f seconds apart. Let both follow a time server."
              .formatted(apart),
          "이 프로세스와 데이터베이스의 시계가 %.0f초 어긋납니다. 둘 다 시간 서버와 맞추세요.".formatted(apart));
    }
    return Result.ok(
        "PostgreSQL %s with %d migrations, the newest is %s."
            .formatted(
                row.getString("version"), row.getLong("migrations"), row.getString("newest")),
        "PostgreSQL %s, 마이그레이션 %d개(최근 %s)."
            .formatted(
                row.getString("version"), row.getLong("migrations"), row.getString("newest")));
  }
}
