package io.daybreak.uploads.upload;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.sql.Sql;
import io.daybreak.kit.sql.SqlValues;
import io.daybreak.uploads.CsvConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends another message about uploads that nobody began, because the first one was lost with its
 * consumer. That repeats nothing: an upload is begun by claiming it, once.
 */
@ApplicationScoped
class UploadQueue {

  private static final String QUEUE_AGAIN =
      """
      update csv_upload set queued_at = now()
      where id in (
        select id from csv_upload
        where state = 'RECEIVED'
          and case when $1::uuid is null then queued_at < now() - make_interval(secs => $2)
                   else id = $1 end
        order by queued_at
        limit 100
        for update skip locked)
      returning id
      """;

  private final Sql sql;
  private final Outbox outbox;
  private final CsvConfig config;

  UploadQueue(Sql sql, Outbox outbox, CsvConfig config) {
    this.sql = sql;
    this.outbox = outbox;
    this.config = config;
  }

  /** All that have waited for too long. */
  Uni<Void> queueLateOnes() {
    return queue(null);
  }

  /** This one, if nobody began it. */
  Uni<Void> queue(@Nullable UUID id) {
    return sql.tx(transaction -> queue(transaction, id));
  }

  private Uni<Void> queue(SqlClient transaction, @Nullable UUID id) {
    return transaction
        .preparedQuery(QUEUE_AGAIN)
        .execute(SqlValues.tuple(id, config.untakenLimit()))
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(
                        row -> outbox.add(transaction, new CsvUploadReceived(row.getUUID("id"))))
                    .collect()
                    .last());
  }
}
