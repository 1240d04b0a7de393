package io.daybreak.orders.csvimport;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Statements;
import io.daybreak.kit.sql.Tx;
import io.daybreak.kit.textfile.Separator;
import io.daybreak.kit.textfile.TextFile;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.daybreak.kit.work.Expiring;
import io.daybreak.orders.order.Applied;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of each import: written batch by batch, together with the batch's orders. RUNNING is
 * claimed, from the upload on; DONE and FAILED are not. All methods block.
 *
 * <p>What can fail: a process that ends, is paused or cannot reach the database loses its claim,
 * and the import is FAILED with the orders of its whole batches; uploading the file again does the
 * rest, since what is stored does not change by it. Nothing is ended, and no batch is written,
 * under a claim that was lost.
 */
@ApplicationScoped
class CsvImportLog implements Expiring {

  private static final ClaimTable IMPORTS = new ClaimTable("csv_import", "id");

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
      insert into csv_import (shop_id, state, file_bytes, claimed_by, claimed_until)
      values ($1, 'RUNNING', $2, $3, now() + make_interval(secs => $4))
      returning id, claim_token
      """;

  private static final String STEP =
      """
      update csv_import set bytes_read = $3, rows_read = rows_read + $4, rows_bad = rows_bad + $5,
        orders_new = orders_new + $6, orders_updated = orders_updated + $7,
        orders_unchanged = orders_unchanged + $8
      where id = $1 and claim_token = $2 and state = 'RUNNING'
      """;

  private static final String ADD_BAD_ROW =
      """
      insert into csv_import_bad_row
        (import_id, line, column_name, reason, reason_korean, reason_code, reason_values, cells)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (import_id, line) do nothing
      """;

  private static final String READ_AS =
      """
      update csv_import set encoding = $3, separator = $4
      where id = $1 and claim_token = $2 and state = 'RUNNING' and encoding is null
      """;

  private static final String END =
      """
      update csv_import set state = $3, reason = $4, reason_korean = $5, reason_code = $6,
        reason_values = $7, finished_at = now(), claimed_by = null, claimed_until = null
      where id = $1 and claim_token = $2 and state = 'RUNNING'
      """;

  private static final String LOSE =
      """
      update csv_import set state = 'FAILED', finished_at = now(),
        claimed_by = null, claimed_until = null,
        reason = 'The service stopped during the import. Upload the file again: '
              || 'orders that are stored already stay as they are.',
        reason_korean = '가져오는 중에 서비스가 멈췄습니다. 파일을 다시 올려 주세요. '
              || '이미 저장된 주문은 그대로입니다.',
        reason_code = 'SERVICE_STOPPED'
      where state = 'RUNNING' and claimed_until < now()
      """;

  private final Claims claims;
  private final BlockingSql sql;
  private final CsvImportConfig config;

  CsvImportLog(Claims claims, BlockingSql sql, CsvImportConfig config) {
    this.claims = claims;
    this.sql = sql;
    this.config = config;
  }

  /** A new import, claimed from its first moment: by whoever has the file, before any thread. */
  Claim<CsvFileToImport> start(long shopId, ZoneId zone, Path file) {
    long bytes = file.toFile().length();
    return claims
        .claim(
            IMPORTS,
            config.lease(),
            by -> sql.first(START, shopId, bytes, by, config.lease()),
            row -> new CsvFileToImport(row.getUUID("id"), shopId, zone, file))
        .orElseThrow();
  }

  /**
   * Together with the batch's orders.
   *
   * @throws io.daybreak.kit.work.ClaimLostException so that their transaction is undone
   */
  void step(Tx tx, Claim<CsvFileToImport> claim, Step step) {
    Object id = claim.key();
    claim.require(
        tx.changed(
                STEP,
                id,
                claim.token(),
                step.bytesRead(),
                step.rowsRead(),
                step.rowsBad(),
                step.orders().getOrDefault(Applied.NEW, 0),
                step.orders().getOrDefault(Applied.UPDATED, 0),
                step.orders().getOrDefault(Applied.UNCHANGED, 0))
            > 0);
    tx.call(connection -> addBadRows(connection, claim.work().id(), step.badRows()));
  }

  /**
   * Keeps how the file is read.
   *
   * @throws io.daybreak.kit.work.ClaimLostException also where somebody reads it already: a file is
   *     begun once
   */
  void readAs(Claim<CsvFileToImport> claim, TextFile.Options options) {
    String encoding = Objects.requireNonNull(options.encoding()).label();
    Separator separator = Objects.requireNonNull(options.separator());
    claim.require(sql.changed(READ_AS, claim.key(), claim.token(), encoding, separator) > 0);
  }

  void done(Tx tx, Claim<CsvFileToImport> claim) {
    end(tx, claim, "DONE", null);
  }

  void failed(Claim<CsvFileToImport> claim, CsvFault.Told fault) {
    end(sql, claim, "FAILED", fault);
  }

  private static void end(
      Statements on, Claim<CsvFileToImport> claim, String state, CsvFault.@Nullable Told fault) {
    claim.require(
        on.changed(
                END,
                claim.key(),
                claim.token(),
                state,
                fault == null ? null : fault.english(),
                fault == null ? null : fault.korean(),
                fault == null ? null : fault.code(),
                fault == null ? null : json(fault))
            > 0);
  }

  private static JsonObject json(CsvFault.Told fault) {
    return new JsonObject(Map.copyOf(fault.values()));
  }

  /** Imports whose process is gone, and with it the file: nobody can go on with them. */
  @Override
  public void expire() {
    sql.execute(LOSE);
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
}
