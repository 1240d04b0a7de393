package io.daybreak.sheets.run;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets runs that ended so long ago that no message of theirs can arrive any more. */
@ApplicationScoped
class OldRuns {

  private final Pool pool;

  OldRuns(Pool pool) {
    this.pool = pool;
  }

  @Scheduled(cron = "0 17 4 * * ?")
  Uni<Void> forget() {
    return pool.query(
            """
            delete from tab_write
            where state in ('FINISHED', 'FAILED', 'ABANDONED')
              and staging_sheet_id is null and updated_at < now() - interval '30 days'
            """)
        .execute()
        .replaceWithVoid();
  }
}
