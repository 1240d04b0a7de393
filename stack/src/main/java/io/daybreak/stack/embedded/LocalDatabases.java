package io.daybreak.stack.embedded;

import io.daybreak.simulators.kernel.Host;
import io.daybreak.simulators.kernel.Ports;
import io.daybreak.stack.process.BoundProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * One PostgreSQL server with a database and a user per service. Durability is as in production
 * ({@code fsync} and synchronous commits on), so that a killed service finds what it committed.
 */
public final class LocalDatabases implements AutoCloseable {

  /** Databases of the services; each is owned by a user of the same name. */
  public static final List<String> NAMES = List.of("import", "sheet", "order");

  private static final int PREFERRED_PORT = 54329;

  /** Whoever is not on this machine needs a password (pg_hba.conf). */
  private static final String WHO_MAY =
      """
      host all all 127.0.0.1/32 trust
      host all all all scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final BoundProcess watch;

  private LocalDatabases(EmbeddedPostgres server, BoundProcess watch) {
    this.server = server;
    this.watch = watch;
  }

  /**
   * @param binaries where the server's binaries are unpacked once and kept
   * @param data directory of this server alone, empty or absent
   */
  public static LocalDatabases start(Path binaries, Path data) throws IOException, SQLException {
    Files.createDirectories(binaries);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setDataDirectory(data)
            .setPort(Ports.preferably(PREFERRED_PORT))
            .setServerConfig("hba_file", Files.writeString(rules(data), WHO_MAY).toString())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("listen_addresses", Host.listen())
            // No socket file, so that nothing of a killed server lies in the next one's way.
            .setServerConfig("unix_socket_directories", "")
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    BoundProcess watch = BoundProcess.bind(processIdOf(data));
    LocalDatabases databases = new LocalDatabases(server, watch);
    databases.create();
    return databases;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
  }

  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
  }

  private void create() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        statement.execute("CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, name));
        statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, name));
      }
    }
  }

  private static Path rules(Path data) {
    return data.resolveSibling("pg_hba.conf");
  }

  /** The first line of the server's own file is its process id. */
  private static long processIdOf(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  @Override
  public void close() throws IOException {
    server.close();
    watch.close();
  }
}
