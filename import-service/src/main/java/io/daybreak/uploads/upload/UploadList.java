package io.daybreak.uploads.upload;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
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
      where ($1::text is null or state = $1) and ($2::text is null or table_name = $2)
        and ($3::text is null or position(lower($3) in lower(file_name)) > 0)
      order by received_at desc, id
      limit $4 offset $5
      """;

  private static final String ONE = "select * from csv_upload where id = $1";

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
      @Nullable UploadState state, @Nullable String table, @Nullable String text, PageQuery page) {
    String name = state == null ? null : state.name();
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(name, table, text, page.size(), page.offset()))
        .map(rows -> page(rows, page));
  }

  Uni<UploadView> one(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
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
