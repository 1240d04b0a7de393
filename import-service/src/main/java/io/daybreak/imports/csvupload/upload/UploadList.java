package io.daybreak.imports.csvupload.upload;

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
      new ProblemType("csv-upload-unknown", 404, "No such upload");

  private static final String NEWEST =
      """
      select *, count(*) over () as total from csv_upload
      where ($1::text is null or state = $1) and ($2::text is null or table_name = $2)
      order by received_at desc, id
      limit $3 offset $4
      """;

  private static final String ONE = "select * from csv_upload where id = $1";

  private final Pool pool;

  UploadList(Pool pool) {
    this.pool = pool;
  }

  /** The newest first. */
  Uni<Page<UploadView>> page(@Nullable UploadState state, @Nullable String table, PageQuery page) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(state == null ? null : state.name(), table, page.size(), page.offset()))
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
