package io.daybreak.uploads.table;

import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import io.daybreak.uploads.CsvConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether the bucket with the tables' configurations can be listed. */
@ApplicationScoped
class WarehouseCheck implements Check {

  private static final int TABLES_NAMED = 10;

  private final TableStore tables;
  private final CsvConfig config;

  WarehouseCheck(TableStore tables, CsvConfig config) {
    this.tables = tables;
    this.config = config;
  }

  @Override
  public String name() {
    return "warehouse";
  }

  @Override
  public Result look() {
    String place = "s3://" + config.configurationBucket() + "/" + config.configurationPrefix();
    List<String> found = tables.tables();
    if (found.isEmpty()) {
      return Result.warning(
          "%s has no table's configuration, or cannot be listed. Put {table}.json there, and let the service list the bucket."
              .formatted(place),
          "%s에 테이블 설정이 없거나 목록을 볼 수 없습니다. {테이블}.json을 넣고, 서비스에 버킷 목록 권한을 주세요.".formatted(place));
    }
    String named = String.join(", ", found.subList(0, Math.min(TABLES_NAMED, found.size())));
    return Result.ok(
        "%s has %d tables: %s.".formatted(place, found.size(), named),
        "%s에 테이블 %d개가 있습니다: %s.".formatted(place, found.size(), named));
  }
}
