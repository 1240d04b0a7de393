package io.daybreak.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SqlTest {

  private static final String INSERT = "insert into test_sql (id, name) values ($1, $2)";
  private static final String COUNT = "select count(*) as n from test_sql where name = $1";

  @Inject Sql sql;
  @Inject BlockingSql blocking;
  @Inject SqlSettings settings;
  @Inject Committed committed;

  private final String name = UUID.randomUUID().toString();

  @ApplicationScoped
  static class Committed implements CommitListener {

    final AtomicInteger transactions = new AtomicInteger();

    @Override
    public Runnable beginning() {
      return transactions::incrementAndGet;
    }

    int count() {
      return transactions.get();
    }
  }

  @BeforeEach
  void createTable() {
    blocking.changed("create table if not exists test_sql (id uuid primary key, name text)");
  }

  @Test
  void theDatabaseKnowsTheTimeoutsOnEveryConnection() {
    assertThat(setting("statement_timeout")).isEqualTo(settings.statementTimeout());
    assertThat(setting("lock_timeout")).isEqualTo(settings.lockTimeout());
  }

  private Duration setting(String setting) {
    return Duration.ofMillis(
        Long.parseLong(
            blocking
                .one("select setting from pg_settings where name = $1", setting)
                .getString("setting")));
  }

  @Test
  void valuesAreConverted() {
    Instant now = Instant.parse("2026-03-04T05:06:07.123456Z");

    var row =
        blocking.one(
            "select extract(epoch from make_interval(secs => $1))::float8 as seconds,"
                + " $2::timestamptz as at, $3::text as state, $4::text as nothing",
            Duration.ofMillis(1500),
            now,
            Thread.State.NEW,
            null);

    assertThat(row.getDouble("seconds")).isEqualTo(1.5);
    assertThat(SqlValues.instant(row, "at")).isEqualTo(now);
    assertThat(row.getString("state")).isEqualTo("NEW");
    assertThat(row.getString("nothing")).isNull();
  }

  @Test
  void bothDoorsReadAndWrite() {
    assertThat(blocking.changed(INSERT, UUID.randomUUID(), name)).isEqualTo(1);
    assertThat(sql.changed(INSERT, UUID.randomUUID(), name).await().indefinitely()).isEqualTo(1);

    assertThat(blocking.list("select id from test_sql where name = $1", name)).hasSize(2);
    assertThat(blocking.first("select id from test_sql where name = 'nobody'")).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> blocking.one("select id from test_sql where name = 'nobody'"));
    assertThat(sql.first(COUNT, name).await().indefinitely().orElseThrow().getLong("n"))
        .isEqualTo(2);
  }

  @Test
  void aTransactionThatFailsLeavesNothingAndTellsNobody() {
    int before = committed.count();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                blocking.run(
                    tx -> {
                      tx.changed(INSERT, UUID.randomUUID(), name);
                      throw new IllegalStateException("on purpose");
                    }));
    assertThatExceptionOfType(PgException.class)
        .isThrownBy(
            () ->
                blocking.tx(
                    tx -> {
                      tx.changed(INSERT, UUID.randomUUID(), name);
                      return tx.changed("insert into test_sql (id) values (null)");
                    }));

    assertThat(blocking.one(COUNT, name).getLong("n")).isZero();
    assertThat(committed.count()).isEqualTo(before);
  }

  @Test
  void aTransactionThatIsCommittedTellsSoAfterwards() {
    int before = committed.count();

    blocking.run(tx -> tx.changed(INSERT, UUID.randomUUID(), name));
    sql.tx(tx -> tx.preparedQuery(COUNT).execute(SqlValues.tuple(name))).await().indefinitely();

    assertThat(blocking.one(COUNT, name).getLong("n")).isEqualTo(1);
    assertThat(committed.count()).isGreaterThanOrEqualTo(before + 2);
  }
}
