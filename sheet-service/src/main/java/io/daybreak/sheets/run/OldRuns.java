package io.daybreak.sheets.run;

import io.daybreak.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Runs that ended so long ago that no message of theirs can arrive any more. */
@ApplicationScoped
class OldRuns implements Retention {

  @Override
  public String what() {
    return "runs";
  }

  @Override
  public Duration age() {
    return Duration.ofDays(30);
  }

  @Override
  public String statement() {
    return """
        delete from tab_write where run_id in (
          select run_id from tab_write
          where state in ('FINISHED', 'FAILED', 'ABANDONED')
            and staging_sheet_id is null
            and updated_at < now() - make_interval(secs => $1)
          order by updated_at
          limit $2
          for update skip locked)
        """;
  }
}
