package io.daybreak.uploads.upload;

import io.daybreak.kit.retention.Retention;
import io.daybreak.uploads.CsvConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Uploads that ended long ago, with their wrong rows. What they loaded stays where it is. */
@ApplicationScoped
class OldUploads implements Retention {

  private static final String DELETE =
      """
      delete from csv_upload where id in (
        select id from csv_upload
        where ended_at < now() - make_interval(secs => $1)
          and notice_state not in ('WAITING', 'SENDING')
        limit $2)
      """;

  private final CsvConfig config;

  OldUploads(CsvConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "uploads";
  }

  @Override
  public Duration age() {
    return config.keptFor();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
