package io.daybreak.orders.csvimport;

import io.daybreak.kit.textfile.TextFile;
import io.daybreak.orders.order.Applied;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each import: written batch by batch, together with the batch's orders. */
@ApplicationScoped
class CsvImportLog {

  /**
   * How far an import came with a batch.
   *
   * @param bytesRead of the file so far
   * @param rowsRead of this batch
   * @param rowsBad of this batch
   */
  record Step(
      long bytesRead,
      long rowsRead,
      long rowsBad,
      List<BadRow> badRows,
      Map<Applied, Integer> orders) {}

  private static final String START =
      """
      insert into csv_import (shop_id, state, file_bytes, lease_until)
      values ($1, 'RUNNING', $2, now() + make_interval(secs => $3))
      returning id
      """;

  private static final String STEP =
      """
      update csv_import set bytes_read = $2, rows_read = rows_read + $3, rows_bad = rows_bad + $4,
        orders_new = orders_new + $5, orders_updated = orders_updated + $6,
        orders_unchanged = orders_unchanged + $7
      where id = $1 and state = 'RUNNING'
      """;

  private static final String RENEW =
      """
      update csv_import set lease_until = now() + make_interval(secs => $2)
      where id = any($1) and state = 'RUNNING'
      """;

  private static final String ADD_BAD_ROW =
      """
      insert into csv_import_bad_row
        (import_id, line, column_name, reason, reason_korean, reason_code, reason_values, cells)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (import_id, line) do nothing
      """;

  private static final String READ_AS =
      "update csv_import set encoding = $2, separator = $3 where id = $1 and state = 'RUNNING'";

  private static final String END =
      """
      update csv_import set state = $2, reason = $3, reason_korean = $4, reason_code = $5,
        reason_values = $6, finished_at = now()
      where id = $1 and state = 'RUNNING'
      """;

  private static final String LOSE =
      """
      update csv_import set state = 'FAILED', finished_at = now(),
        reason = 'The service stopped during the import. Upload the file again: '
              || 'orders that are stored already stay as they are.',
        reason_korean = '가져오는 중에 서비스가 멈췄습니다. 파일을 다시 올려 주세요. '
              || '이미 저장된 주문은 그대로입니다.',
        reason_code = 'SERVICE_STOPPED'
      where state = 'RUNNING' and lease_until < now()
      """;

  private static final String FORGET =
      "delete from csv_import where finished_at < now() - make_interval(secs => $1)";

  private final Pool pool;
  private final CsvImportConfig config;

  CsvImportLog(Pool pool, CsvImportConfig config) {
    this.pool = pool;
    this.config = config;
  }

  Uni<UUID> start(long shopId, long fileBytes) {
    return pool.preparedQuery(START)
        .execute(Tuple.of(shopId, fileBytes, lease()))
        .map(rows -> rows.iterator().next().getUUID("id"));
  }

  /** Fails if the import was given up, so that its transaction is undone. */
  Uni<Void> step(SqlConnection tx, UUID id, Step step) {
    Tuple counts =
        Tuple.tuple()
            .addUUID(id)
            .addLong(step.bytesRead())
            .addLong(step.rowsRead())
            .addLong(step.rowsBad())
            .addInteger(step.orders().getOrDefault(Applied.NEW, 0))
            .addInteger(step.orders().getOrDefault(Applied.UPDATED, 0))
            .addInteger(step.orders().getOrDefault(Applied.UNCHANGED, 0));
    return tx.preparedQuery(STEP)
        .execute(counts)
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new IllegalStateException("The import " + id + " was given up meanwhile");
              }
            })
        .chain(() -> addBadRows(tx, id, step.badRows()));
  }

  /** Says that this process still has claimed the imports, at work or waiting for a thread. */
  Uni<Void> renew(Collection<UUID> ids) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)).addDouble(lease()))
        .replaceWithVoid();
  }

  /** Keeps how the file is read. */
  Uni<Void> readAs(UUID id, TextFile.Options options) {
    return pool.preparedQuery(READ_AS)
        .execute(
            Tuple.of(
                id,
                Objects.requireNonNull(options.encoding()).label(),
                Objects.requireNonNull(options.separator()).name()))
        .replaceWithVoid();
  }

  Uni<Void> done(UUID id) {
    return end(Tuple.tuple().addUUID(id).addString("DONE"), null);
  }

  Uni<Void> failed(UUID id, CsvFault.Told fault) {
    return end(Tuple.tuple().addUUID(id).addString("FAILED"), fault);
  }

  private Uni<Void> end(Tuple values, CsvFault.@Nullable Told fault) {
    values
        .addString(fault == null ? null : fault.english())
        .addString(fault == null ? null : fault.korean())
        .addString(fault == null ? null : fault.code().name())
        .addJsonObject(fault == null ? null : json(fault));
    return pool.preparedQuery(END).execute(values).replaceWithVoid();
  }

  private static JsonObject json(CsvFault.Told fault) {
    return new JsonObject(Map.copyOf(fault.values()));
  }

  @Scheduled(
      every = "${daybreak.csv-import.sweep-every:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> loseSilentOnes() {
    return pool.preparedQuery(LOSE).execute().replaceWithVoid();
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> forgetOldOnes() {
    double seconds = config.kept().toSeconds();
    return pool.preparedQuery(FORGET).execute(Tuple.of(seconds)).replaceWithVoid();
  }

  private static Uni<Void> addBadRows(SqlConnection tx, UUID id, List<BadRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> values =
        rows.stream()
            .map(
                bad ->
                    Tuple.tuple()
                        .addUUID(id)
                        .addLong(bad.row().line())
                        .addString(bad.column().header())
                        .addString(bad.fault().english())
                        .addString(bad.fault().korean())
                        .addString(bad.fault().code().name())
                        .addJsonObject(json(bad.fault()))
                        .addArrayOfString(cells(bad.row())))
            .toList();
    return tx.preparedQuery(ADD_BAD_ROW).executeBatch(values).replaceWithVoid();
  }

  private static String[] cells(CsvRow row) {
    return Arrays.stream(CsvColumn.values()).map(row::text).toArray(String[]::new);
  }

  private double lease() {
    return config.lease().toMillis() / 1000.0;
  }
}
