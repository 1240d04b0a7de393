package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.sql.Sql;
import io.daybreak.kit.sql.SqlValues;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happens when a run fails, whoever says so: the reason is written, its staging tab is
 * abandoned in the same transaction, and the next run of the key starts.
 */
@ApplicationScoped
public class RunEndings {

  /**
   * The one statement that fails runs. Given a query that locks runs and says of each why it fails:
   * {@code id, state, claimed_by, code, reason}.
   */
  private static final String FAIL =
      """
      with failing as (
        %s
      ), ended as (
        update run
        set state = 0, state_since = now(), ended_at = now(), claimed_by = null,
            claimed_until = null, failure_code = failing.code, failure_reason = failing.reason
        from failing
        where run.id = failing.id and run.state = failing.state
        returning run.id, run.api_key_id, run.raw_data_id, run.executor, run.failure_code,
                  run.failure_reason, failing.state as before, failing.claimed_by as held_by
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, 0, failure_code || ': ' || failure_reason from ended
      )
      select ended.*, raw_data.spreadsheet_id
      from ended join raw_data on raw_data.id = ended.raw_data_id
      """;

  private static final String ANY_LIVE =
      """
      select id, state, claimed_by, $2::text as code, $3::text as reason from run
      where id = $1 and state between 1 and 6
      for update
      """;

  /** Locked before the state is read, so a run that is just being prepared counts as prepared. */
  private static final String IN_CREATING =
      """
      select id, state, claimed_by, $2::text as code, $3::text as reason from run
      where id = $1 and state = 3
      for update
      """;

  private static final String CLAIMED =
      """
      select id, state, claimed_by, $2::text as code, $3::text as reason from run
      where id = $1 and state = 4 and claim_token = $4
      for update
      """;

  private static final String UNCLAIMED =
      """
      select id, state, claimed_by, $2::text as code, $3::text as reason from run
      where id = $1 and state = 4 and claimed_by is null
      for update
      """;

  private final Sql sql;
  private final Outbox outbox;
  private final RunQueue queue;
  private final RunMetrics metrics;
  private final RunLaunchers launchers;

  RunEndings(Sql sql, Outbox outbox, RunQueue queue, RunMetrics metrics, RunLaunchers launchers) {
    this.sql = sql;
    this.outbox = outbox;
    this.queue = queue;
    this.metrics = metrics;
    this.launchers = launchers;
  }

  /** Ends a live run, whatever its state. */
  public Uni<Boolean> fail(UUID runId, FailureCode code, String reason) {
    return failAll(ANY_LIVE, runId, code, reason);
  }

  /** Ends a run whose tab is not prepared; one that came further shows that it was. */
  public Uni<Boolean> failCreating(UUID runId, FailureCode code, String reason) {
    return failAll(IN_CREATING, runId, code, reason);
  }

  /** Ends a run that is fetched under a claim; nothing happens where the claim is another one. */
  public Uni<Boolean> failFetch(UUID runId, long claimToken, FailureCode code, String reason) {
    return failAll(CLAIMED, runId, code, reason, claimToken);
  }

  /** Ends a run that no worker has claimed; nothing happens where one has. */
  public Uni<Boolean> failUnclaimed(UUID runId, FailureCode code, String reason) {
    return failAll(UNCLAIMED, runId, code, reason);
  }

  /**
   * Ends the runs that a query finds, in one transaction, then starts the next ones.
   *
   * @param which locks runs and answers {@code id, state, claimed_by, code, reason}
   * @return whether any run was ended
   */
  Uni<Boolean> failAll(String which, Object... values) {
    return sql.tx(
            transaction ->
                transaction
                    .preparedQuery(FAIL.formatted(which))
                    .execute(SqlValues.tuple(values))
                    .map(RunEndings::ended)
                    .call(ended -> abandonTabs(transaction, ended)))
        .invoke(ended -> ended.forEach(run -> metrics.failed(run.code())))
        .invoke(launchers::stop)
        .call(ended -> ended.isEmpty() ? Uni.createFrom().voidItem() : queue.promoteAll())
        .map(ended -> !ended.isEmpty());
  }

  private static List<EndedRun> ended(RowSet<Row> rows) {
    List<EndedRun> ended = new ArrayList<>();
    rows.forEach(row -> ended.add(EndedRun.of(row)));
    return ended;
  }

  private Uni<Void> abandonTabs(SqlClient transaction, List<EndedRun> ended) {
    return Multi.createFrom()
        .iterable(ended)
        .filter(EndedRun::hasTab)
        .onItem()
        .transformToUniAndConcatenate(
            run -> outbox.add(transaction, new AbandonTab(run.runId(), run.spreadsheetId())))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
