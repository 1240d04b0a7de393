package io.daybreak.uploads.upload;

import io.daybreak.kit.retention.Retention;
import io.daybreak.uploads.CsvConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Uploads that were refused or failed long ago, with their wrong rows. One that loaded its file
 * stays: its row, under the unique index of files and channels, is all that keeps the file from
 * being loaded again whenever it is shared again, and it has no wrong rows. A list of loaded files
 * beside the table would be no smaller by much, and an event that comes while a row moves there
 * would find the file in neither.
 */
@ApplicationScoped
class OldUploads implements Retention {

  private static final String DELETE =
      """
      delete from csv_upload where id in (
        select id from csv_upload
        where state in ('REJECTED', 'FAILED')
          and ended_at < now() - make_interval(secs => $1)
          and notice_state not in ('WAITING', 'SENDING')
        order by ended_at
        limit $2
        for update skip locked)
      """;

  private final CsvConfig config;

  OldUploads(CsvConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "uploads that loaded nothing";
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
