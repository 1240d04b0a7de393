package io.daybreak.imports.batch;

import io.daybreak.imports.run.RunsConfig;
import io.daybreak.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Batches of long ago, with what they expected of each key, once none of their runs is left. */
@ApplicationScoped
class OldBatches implements Retention {

  private static final String DELETE =
      """
      with old as (
        select date from batch
        where started_at < now() - make_interval(secs => $1)
          and not exists (select from run where run.batch_date = batch.date)
        order by started_at
        limit $2
        for update skip locked
      ), keys as (
        delete from batch_key using old where batch_key.batch_date = old.date
      )
      delete from batch using old where batch.date = old.date
      """;

  private final RunsConfig config;

  OldBatches(RunsConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "batches";
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
