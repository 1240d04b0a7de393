package io.daybreak.uploads.upload;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looking uploads up. */
@ApplicationScoped
class UploadList {

  private static final ProblemType UNKNOWN =
      new ProblemType("csv-upload-not-found", 404, "No such upload");

  private static final String NEWEST =
      """
      select *, count(*) over () as total from csv_upload
      where in_scope($1, organisation_id)
        and ($2::text is null or state = $2) and ($3::text is null or table_name = $3)
        and ($4::text is null or position(lower($4) in lower(file_name)) > 0)
      order by received_at desc, id
      limit $5 offset $6
      """;

  private static final String ONE =
      "select * from csv_upload where id = $1 and in_scope($2, organisation_id)";

  private final Pool pool;

  UploadList(Pool pool) {
    this.pool = pool;
  }

  /**
   * The newest first.
   *
   * @param text part of the file's name
   */
  Uni<Page<UploadView>> page(
      Scope scope,
      @Nullable UploadState state,
      @Nullable String table,
      @Nullable String text,
      PageQuery page) {
    String name = state == null ? null : state.name();
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(scope.parameter(), name, table, text, page.size(), page.offset()))
        .map(rows -> page(rows, page));
  }

  /** A problem (404) where there is none in the scope. */
  Uni<UploadView> one(Scope scope, UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id, scope.parameter()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Problems.of(UNKNOWN, "Look for it in the list of uploads.");
              }
              return UploadView.whole(Upload.of(rows.iterator().next()));
            });
  }

  private static Page<UploadView> page(RowSet<Row> rows, PageQuery page) {
    List<UploadView> uploads = new ArrayList<>();
    long total = 0;
    for (Row row : rows) {
      total = row.getLong("total");
      uploads.add(UploadView.listed(Upload.of(row)));
    }
    return new Page<>(uploads, page.page(), page.size(), total);
  }
}
