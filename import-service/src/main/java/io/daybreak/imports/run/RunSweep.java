package io.daybreak.imports.run;

import io.daybreak.imports.plan.PlanConfig;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Expiring;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends runs whose worker or writer is gone, and starts what waits although it could run. Every
 * instance sweeps; the statements are conditional, so it does not matter who comes first.
 */
@ApplicationScoped
public class RunSweep implements Expiring {

  /**
   * IMPORTING with an expired claim; or never claimed, although no worker anywhere is so busy that
   * it could still come to it.
   */
  private static final String WORKER_LOST =
      """
      select id, state, claimed_by, 'WORKER_LOST' as code,
             case when claimed_by is null
               then 'No worker took the run within ' || round($1::numeric)
                    || ' seconds. Start it again.'
               else 'The worker that collected the data stopped after ' || days_done
                    || ' of ' || (last_day - first_day + 1) || ' days. Start the run again.'
             end as reason
      from run
      where state = 4
        and (claimed_until < now()
             or claimed_by is null and state_since < now() - make_interval(secs => $1)
                and not exists (select from run busy where busy.claimed_until > now()))
      for update skip locked
      """;

  /**
   * Silence of one run alone may only mean that others are served first; silence of all of them, or
   * of one for very long after the writer could have come to it, means that nobody writes it any
   * more.
   */
  private static final String WRITER_LOST =
      """
      select id, state, claimed_by, 'WRITER_LOST' as code,
             'The sheet writer has said nothing of this run for '
               || round(extract(epoch from now() - greatest(state_since, last_event_at)))
               || ' seconds, after ' || rows_written || ' rows. Start the run again.' as reason
      from run
      where state in (3, 5, 6)
        and (greatest(state_since, last_event_at) < now() - make_interval(secs => $1)
             and coalesce((select max(last_event_at) from run), '-infinity')
                 < now() - make_interval(secs => $1)
             or greatest(state_since, last_event_at) < now() - make_interval(secs =>
               $2::float8 + 60 / $3::float8 * (
                 select coalesce(sum(writes_left(other)), 0) from run other
                 where other.state between 3 and 6)))
      for update skip locked
      """;

  private final BlockingSql sql;
  private final RunEndings endings;
  private final RunQueue queue;
  private final RunLaunchers launchers;
  private final RunsConfig config;
  private final PlanConfig plan;

  RunSweep(
      BlockingSql sql,
      RunEndings endings,
      RunQueue queue,
      RunLaunchers launchers,
      RunsConfig config,
      PlanConfig plan) {
    this.sql = sql;
    this.endings = endings;
    this.queue = queue;
    this.launchers = launchers;
    this.config = config;
    this.plan = plan;
  }

  @Override
  public void expire() {
    sql.await(sweep());
  }

  /** One sweep. */
  public Uni<Void> sweep() {
    return endings
        .failAll(WORKER_LOST, config.unclaimedLimit())
        .chain(
            () ->
                endings.failAll(
                    WRITER_LOST,
                    config.writerSilence(),
                    config.writerSilenceLimit(),
                    plan.writesPerMinute()))
        .chain(queue::promoteAll)
        .chain(launchers::launchForgotten);
  }
}
