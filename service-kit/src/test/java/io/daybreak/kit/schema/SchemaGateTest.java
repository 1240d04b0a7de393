package io.daybreak.kit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rolling updates and going back meet: databases of another version than the image. */
class SchemaGateTest {

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(5);

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void anEmptyDatabase() throws SQLException {
    execute("drop schema public cascade; create schema public");
  }

  @Test
  void aStartWaitsUntilSomebodyElseHasMigrated() throws Exception {
    CompletableFuture<Void> start = CompletableFuture.runAsync(() -> pass(LONG));

    assertThat(start).isNotDone();
    image().migrate();

    await("the start goes on after the migration").until(start::isDone);
    start.get();
  }

  @Test
  void aStartThatNobodyMigratesForGivesUp() {
    assertThatThrownBy(() -> SchemaGate.pass(image(), SOON, Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("still to come");
  }

  @Test
  void anOldImageStartsAndMigratesOnANewerSchema() throws Exception {
    image().migrate();
    applied("70"); // a newer service's
    applied("0.999"); // a newer kit's, which Flyway calls missing and not future

    pass(Duration.ZERO);

    assertThat(image().migrate().migrationsExecuted).isZero();
    image().validate();
  }

  @Test
  void anImageRefusesASchemaThatItCannotWorkOn() throws Exception {
    image().migrate();
    applied("70");
    execute("insert into schema_floor (version, reason) values ('70', 'column renamed')");

    assertThatThrownBy(() -> SchemaGate.pass(image(), SOON, Duration.ZERO))
        .isInstanceOf(SchemaTooNewException.class)
        .hasMessageContaining("needs version 70");
  }

  private static void pass(Duration longestWait) {
    try {
      SchemaGate.pass(image(), SOON, longestWait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Flyway as the services have it. */
  private static Flyway image() {
    Properties kit = new Properties();
    try (InputStream defaults =
        SchemaGate.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      kit.load(defaults);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(database())
            .locations("db/kit")
            .outOfOrder(Boolean.parseBoolean(kit.getProperty("quarkus.flyway.out-of-order")))
            .ignoreMigrationPatterns(
                kit.getProperty("quarkus.flyway.ignore-migration-patterns").split(","));
    return configuration.load();
  }

  private static void applied(String version) throws SQLException {
    execute(
        """
        insert into flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by,
           installed_on, execution_time, success)
        select max(installed_rank) + 1, '%1$s', 'newer', 'SQL', 'V%1$s__newer.sql', 1, 'test',
               now(), 5, true
        from flyway_schema_history
        """
            .formatted(version));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }

  private static DataSource database() {
    return postgres.getPostgresDatabase();
  }
}
