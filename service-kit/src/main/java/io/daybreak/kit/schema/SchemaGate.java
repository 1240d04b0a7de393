package io.daybreak.kit.schema;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * A start passes here before anything else of it: it waits for migrations that are still to come,
 * and ends where the schema has become too new. Waiting is looking, so it is no repeated work. A
 * history that this version does not know is otherwise no fault: an older image works on a newer
 * schema while replicas are replaced, and after going back.
 */
@ApplicationScoped
@Unremovable
public class SchemaGate {

  private static final Logger LOG = Logger.getLogger(SchemaGate.class);

  /** Before schedules and consumers, which start with priority 0 and later. */
  private static final int FIRST = Integer.MIN_VALUE + 1000;

  private static final int LOOKS_PER_LINE = 15;

  private final Instance<Flyway> flyway;
  private final SchemaSettings settings;

  SchemaGate(Instance<Flyway> flyway, SchemaSettings settings) {
    this.flyway = flyway;
    this.settings = settings;
  }

  void pass(@Observes @Priority(FIRST) StartupEvent event) throws InterruptedException {
    if (settings.waitForMigrations()) {
      pass(flyway.get(), settings.lookEvery(), settings.longestWait());
    }
  }

  /**
   * Waits until nothing is left to migrate.
   *
   * @throws SchemaTooNewException if this version cannot work on the schema
   * @throws IllegalStateException after the longest wait
   */
  static void pass(Flyway flyway, Duration lookEvery, Duration longestWait)
      throws InterruptedException {
    long end = System.nanoTime() + longestWait.toNanos();
    for (int look = 0; ; look++) {
      Optional<String> missing = missing(flyway);
      if (missing.isEmpty()) {
        refuseTooNew(flyway);
        return;
      }
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("The database was not migrated: " + missing.get());
      }
      if (look % LOOKS_PER_LINE == 0) {
        LOG.infof("Waiting for the migrations: %s", missing.get());
      }
      Thread.sleep(lookEvery.toMillis());
    }
  }

  private static Optional<String> missing(Flyway flyway) {
    try {
      int pending = flyway.info().pending().length;
      return pending == 0 ? Optional.empty() : Optional.of(pending + " still to come");
    } catch (RuntimeException unreachable) { // the edge of a look; the next one may reach it
      return Optional.of("the database cannot be reached, " + unreachable.getMessage());
    }
  }

  private static void refuseTooNew(Flyway flyway) {
    Optional<MigrationVersion> floor = floor(flyway);
    MigrationVersion known =
        Arrays.stream(flyway.info().all())
            .filter(migration -> migration.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .filter(version -> version != null)
            .max(MigrationVersion::compareTo)
            .orElse(MigrationVersion.EMPTY);
    if (floor.isPresent() && floor.get().isNewerThan(known)) {
      throw new SchemaTooNewException(floor.get().getVersion(), known.getVersion());
    }
  }

  private static Optional<MigrationVersion> floor(Flyway flyway) {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet versions = statement.executeQuery("select version from schema_floor")) {
      Optional<MigrationVersion> highest = Optional.empty();
      while (versions.next()) {
        MigrationVersion version = MigrationVersion.fromVersion(versions.getString(1));
        if (highest.isEmpty() || version.isNewerThan(highest.get())) {
          highest = Optional.of(version);
        }
      }
      return highest;
    } catch (SQLException e) {
      throw new IllegalStateException("The schema's oldest version cannot be read", e);
    }
  }
}
