package io.daybreak.imports.batch;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.run.QueuedRun;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunRequest.Span;
import io.daybreak.imports.run.RunTrigger;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lets a late morning heal itself: sets whose newest run of today had to leave days out are queued
 * again at growing intervals, for those days only, until an hour of the day. Each time is a
 * decision of its own, made from what the last run has found; every replica may make it, one does.
 */
@ApplicationScoped
public class LateDays {

  private static final Logger LOG = Logger.getLogger(LateDays.class);
  private static final double GROWTH = 1.5;

  private static final String ONE_AT_A_TIME =
      "select pg_try_advisory_xact_lock(hashtext('daybreak.late-days')) as mine";

  private static final String DUE =
      """
      select raw_data.id, run.batch_date
      from raw_data join run on run.id = raw_data.newest_run_id
      cross join lateral (
        select count(*) as times from run before
        where before.raw_data_id = raw_data.id and before.trigger = 'LATE_DAY'
          and before.queued_at >= $1) tried
      where raw_data.deleted_at is null and run.state = 7 and run.ended_at >= $1
        and (run.missing_days <> '{}' or run.doubtful_days <> '{}')
        and run.ended_at + make_interval(secs => least($2::float8 * power($3::float8, tried.times), $4))
            <= now()
      order by run.ended_at
      limit $5
      """;

  private static final String GIVE_UP =
      """
      with given_up as (
        update run set gaps_given_up_at = now()
        from raw_data
        where run.id = raw_data.newest_run_id and raw_data.deleted_at is null
          and run.state = 7 and run.ended_at >= $1 and run.gaps_given_up_at is null
          and (run.missing_days <> '{}' or run.doubtful_days <> '{}')
        returning run.id, run.state, run.missing_days || run.doubtful_days as days
      )
      insert into run_log (run_id, state, note)
      select id, state,
             'NAVER still has not finished ' || array_to_string(days, ', ') || ' at ' || $2
             || '. The next morning''s run fetches these days again; start an update to do it now.'
      from given_up
      """;

  private final Pool pool;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final ImportDays days;
  private final Clock clock;
  private final LateDaysConfig config;

  LateDays(
      Pool pool,
      RunEnqueuer enqueuer,
      RunQueue queue,
      ImportDays days,
      Clock clock,
      LateDaysConfig config) {
    this.pool = pool;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.days = days;
    this.clock = clock;
    this.config = config;
  }

  @Scheduled(
      every = "${daybreak.batch.late-days.look-every:30s}",
      identity = "late-days",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return again().replaceWithVoid();
  }

  /**
   * Queues what is due, or says that it is over for today.
   *
   * @return runs queued
   */
  public Uni<Integer> again() {
    LocalTime now = clock.instant().atZone(ImportDays.SEOUL).toLocalTime();
    return now.isBefore(config.until())
        ? pool.withTransaction(this::queueDue).call(runs -> queue.promoteAll()).map(List::size)
        : giveUp().replaceWith(0);
  }

  private Uni<List<QueuedRun>> queueDue(SqlClient transaction) {
    return transaction
        .query(ONE_AT_A_TIME)
        .execute()
        .chain(
            lock ->
                lock.iterator().next().getBoolean("mine")
                    ? due(transaction)
                    : Uni.createFrom().item(Map.<Optional<LocalDate>, List<UUID>>of()))
        .chain(sets -> enqueue(transaction, sets))
        .invoke(
            runs -> {
              if (!runs.isEmpty()) {
                LOG.infof("%d sets fetch again what NAVER had not finished", runs.size());
              }
            });
  }

  private Uni<Map<Optional<LocalDate>, List<UUID>>> due(SqlClient transaction) {
    return transaction
        .preparedQuery(DUE)
        .execute(
            Tuple.of(
                startOfToday(),
                config.firstInterval().toMillis() / 1000.0,
                GROWTH,
                config.longestInterval().toMillis() / 1000.0,
                config.runsAtOnce()))
        .map(
            rows -> {
              Map<Optional<LocalDate>, List<UUID>> sets = new HashMap<>();
              for (Row row : rows) {
                sets.computeIfAbsent(
                        Optional.ofNullable(row.getLocalDate("batch_date")),
                        date -> new ArrayList<>())
                    .add(row.getUUID("id"));
              }
              return sets;
            });
  }

  private Uni<List<QueuedRun>> enqueue(
      SqlClient transaction, Map<Optional<LocalDate>, List<UUID>> sets) {
    return Multi.createFrom()
        .iterable(sets.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            each ->
                enqueuer.enqueue(
                    transaction,
                    new RunRequest(
                        each.getValue(),
                        RunTrigger.LATE_DAY,
                        days.lastDay(),
                        each.getKey().orElse(null),
                        Span.OPEN_DAYS,
                        null)))
        .collect()
        .asList()
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private Uni<Void> giveUp() {
    return pool.preparedQuery(GIVE_UP)
        .execute(Tuple.of(startOfToday(), config.until().toString()))
        .invoke(
            told -> {
              if (told.rowCount() > 0) {
                LOG.warnf(
                    "%d sets lack days that NAVER has not finished by %s",
                    told.rowCount(), config.until());
              }
            })
        .replaceWithVoid();
  }

  private OffsetDateTime startOfToday() {
    Instant start = days.today().atStartOfDay(ImportDays.SEOUL).toInstant();
    return start.atOffset(ZoneOffset.UTC);
  }
}
