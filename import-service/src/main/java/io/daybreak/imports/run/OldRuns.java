package io.daybreak.imports.run;

import io.daybreak.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Runs that ended long ago; their log and their days go with them. A set's newest run stays, and
 * its last success: what comes next depends on them.
 */
@ApplicationScoped
class OldRuns implements Retention {

  private static final String DELETE =
      """
      delete from run where id in (
        select run.id from run
        where run.ended_at < now() - make_interval(secs => $1)
          and not exists (select from raw_data where raw_data.newest_run_id = run.id)
          and (run.state = 0
               or exists (
                 select from run later
                 where later.raw_data_id = run.raw_data_id
                   and later.queue_number > run.queue_number and later.state = 7))
        limit $2)
      """;

  private final RunsConfig config;

  OldRuns(RunsConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "runs";
  }

  @Override
  public Duration age() {
    return config.keptFor();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
