package io.daybreak.orders.csvimport;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Imports as people look at them. */
@ApplicationScoped
class CsvImports {

  private static final ProblemType UNKNOWN =
      new ProblemType("csv-import-not-found", 404, "No such import");

  private static final String FIND =
      """
      select i.*, s.domain from csv_import i join shop s on s.id = i.shop_id
      where i.id = $1 and in_scope($2, s.organisation_id)
      """;

  private static final String FROM =
      """
      from csv_import i join shop s on s.id = i.shop_id
      where in_scope($1, s.organisation_id) and ($2::text is null or s.domain = $2)
      """;

  private static final String COUNT = "select count(*) as total " + FROM;

  private static final String PAGE =
      "select i.*, s.domain " + FROM + " order by i.started_at desc, i.id limit $3 offset $4";

  private static final String BAD_ROWS =
      """
      select line, column_name, reason, reason_korean, reason_code, reason_values, cells from csv_import_bad_row
      where import_id = $1 order by line limit $2
      """;

  private final Pool pool;
  private final ShopAccess access;
  private final CsvImportConfig config;

  CsvImports(Pool pool, ShopAccess access, CsvImportConfig config) {
    this.pool = pool;
    this.access = access;
    this.config = config;
  }

  /**
   * @param shop only this domain's, null for all that the caller may see
   */
  Uni<Listing<CsvImportView>> list(@Nullable String shop, PageRequest page) {
    UUID[] scope = access.scope().parameter();
    return access
        .known(shop)
        .chain(() -> pool.preparedQuery(COUNT).execute(Tuple.of(scope, shop)))
        .map(rows -> rows.iterator().next().getLong("total"))
        .chain(
            total ->
                pool.preparedQuery(PAGE)
                    .execute(Tuple.of(scope, shop, page.size(), page.offset()))
                    .map(rows -> Listing.of(list(rows), page, total, row -> view(row, List.of()))));
  }

  Uni<CsvImportView> get(UUID id) {
    return find(id)
        .chain(
            found ->
                badRows(id, CsvImportView.LISTED)
                    .map(
                        rows ->
                            view(
                                found,
                                rows.stream()
                                    .map(
                                        row ->
                                            new CsvImportView.BadRowView(
                                                row.getLong("line"),
                                                row.getString("column_name"),
                                                row.getString("reason"),
                                                row.getString("reason_korean"),
                                                row.getString("reason_code"),
                                                values(row)))
                                    .toList())));
  }

  /**
   * The kept bad rows as CSV that can be corrected and uploaded again.
   *
   * @param korean whether the reasons are told in Korean
   */
  Uni<String> badRowsAsCsv(UUID id, boolean korean) {
    return find(id)
        .chain(() -> badRows(id, config.badRowsKept()))
        .map(rows -> BadRowsCsv.write(rows, korean));
  }

  private static Map<String, String> values(Row row) {
    Map<String, String> values = new HashMap<>();
    JsonObject json = row.getJsonObject("reason_values");
    if (json != null) {
      json.forEach(value -> values.put(value.getKey(), String.valueOf(value.getValue())));
    }
    return values;
  }

  private Uni<Row> find(UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id, access.scope().parameter()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Problems.of(UNKNOWN, "Results are kept for some weeks after the import.");
              }
              return rows.iterator().next();
            });
  }

  private Uni<List<Row>> badRows(UUID id, int limit) {
    return pool.preparedQuery(BAD_ROWS).execute(Tuple.of(id, limit)).map(CsvImports::list);
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static CsvImportView view(Row row, List<CsvImportView.BadRowView> badRows) {
    String state = row.getString("state");
    double bytes = Math.max(1, row.getLong("file_bytes"));
    var finishedAt = row.getOffsetDateTime("finished_at");
    return new CsvImportView(
        row.getUUID("id"),
        row.getString("domain"),
        state,
        row.getString("reason"),
        row.getString("reason_korean"),
        row.getString("reason_code"),
        values(row),
        row.getString("encoding"),
        row.getString("separator"),
        state.equals("DONE") ? 1 : Math.min(1, row.getLong("bytes_read") / bytes),
        row.getLong("rows_read"),
        row.getLong("rows_bad"),
        row.getLong("orders_new"),
        row.getLong("orders_updated"),
        row.getLong("orders_unchanged"),
        row.getOffsetDateTime("started_at").toInstant(),
        finishedAt == null ? null : finishedAt.toInstant(),
        badRows);
  }
}
