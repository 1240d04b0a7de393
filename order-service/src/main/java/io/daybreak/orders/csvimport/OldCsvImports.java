package io.daybreak.orders.csvimport;

import io.daybreak.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Imports that ended long ago, with their bad rows. */
@ApplicationScoped
class OldCsvImports implements Retention {

  private static final String DELETE =
      """
      delete from csv_import where id in (
        select id from csv_import
        where finished_at < now() - make_interval(secs => $1)
        order by finished_at
        limit $2
        for update skip locked)
      """;

  private final CsvImportConfig config;

  OldCsvImports(CsvImportConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "imports of order files";
  }

  @Override
  public Duration age() {
    return config.kept();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
