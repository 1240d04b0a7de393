package io.daybreak.uploads.upload;

import io.daybreak.uploads.table.TableConfiguration;
import io.daybreak.uploads.warehouse.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Fills in the names that a table's paths and job name can have: project, table, date, upload. */
final class TargetPath {

  /** Where the people live whose days are meant. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private TargetPath() {}

  static Target target(TableConfiguration table, UUID uploadId, Clock clock) {
    return Target.of(filled(table.targetPath(), table, uploadId, clock));
  }

  static String job(TableConfiguration table, UUID uploadId, Clock clock) {
    return filled(table.jobName(), table, uploadId, clock);
  }

  private static String filled(
      String pattern, TableConfiguration table, UUID uploadId, Clock clock) {
    return pattern
        .replace("{project}", table.project())
        .replace("{table}", table.name())
        .replace("{date}", LocalDate.now(clock.withZone(ZONE)).toString())
        .replace("{upload}", uploadId.toString());
  }
}
