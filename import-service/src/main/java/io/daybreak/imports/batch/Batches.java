package io.daybreak.imports.batch;

import io.daybreak.imports.batch.BatchView.KeyView;
import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What batches planned and what became of it, key by key. */
@ApplicationScoped
class Batches {

  private static final String WITH_KEYS =
      """
      with wanted as (
        select batch.*, count(*) over () as total from batch
        where $1::date is null or batch.date = $1
        order by batch.date desc
        limit $2 offset $3
      )
      select wanted.date, wanted.started_by, wanted.started_at, wanted.runs_queued,
             wanted.sets_skipped, wanted.total,
             planned.api_key_id, joined.name as key_name, planned.runs, planned.plan_calls, planned.plan_rows,
             planned.expected_end, real.succeeded, real.failed, real.incomplete, real.ended_at
      from wanted
      left join batch_key planned on planned.batch_date = wanted.date
        and exists (
          select from api_key_organisation joined
          where joined.api_key_id = planned.api_key_id and in_scope($4, joined.organisation_id))
      left join lateral (
        select min(joined.name) as name from api_key_organisation joined
        where joined.api_key_id = planned.api_key_id and in_scope($4, joined.organisation_id)
      ) joined on true
      left join lateral (
        select count(*) filter (where newest.state = 7) as succeeded,
               count(*) filter (where newest.state = 0) as failed,
               count(*) filter (where newest.state = 7 and newest.incomplete) as incomplete,
               case when bool_and(newest.ended_at is not null)
                    then max(newest.ended_at) end as ended_at
        from (
          select distinct on (run.raw_data_id) run.state, run.ended_at,
                 run.missing_days <> '{}' or run.doubtful_days <> '{}' as incomplete
          from run
          where run.batch_date = wanted.date and run.api_key_id = planned.api_key_id
          order by run.raw_data_id, run.queue_number desc) newest) real on true
      order by wanted.date desc, planned.expected_end, planned.api_key_id
      """;

  private final Pool pool;

  Batches(Pool pool) {
    this.pool = pool;
  }

  /**
   * The newest first.
   *
   * @param scope whose keys are shown
   */
  Uni<Page<BatchView>> page(Scope scope, PageQuery page) {
    return pool.preparedQuery(WITH_KEYS)
        .execute(
            Tuple.tuple()
                .addLocalDate(null)
                .addInteger(page.size())
                .addInteger(page.offset())
                .addArrayOfUUID(scope.parameter()))
        .map(rows -> new Page<>(views(rows), page.page(), page.size(), total(rows)));
  }

  Uni<Optional<BatchView>> of(Scope scope, LocalDate date) {
    return pool.preparedQuery(WITH_KEYS)
        .execute(Tuple.of(date, 1, 0, scope.parameter()))
        .map(rows -> views(rows).stream().findFirst());
  }

  private static long total(RowSet<Row> rows) {
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong("total");
  }

  private static List<BatchView> views(RowSet<Row> rows) {
    Map<LocalDate, List<Row>> byDate = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byDate.computeIfAbsent(row.getLocalDate("date"), date -> new ArrayList<>()).add(row));
    return byDate.values().stream().map(Batches::view).toList();
  }

  private static BatchView view(List<Row> rows) {
    List<KeyView> keys =
        rows.stream().filter(row -> row.getUUID("api_key_id") != null).map(Batches::key).toList();
    Row batch = rows.get(0);
    return new BatchView(
        batch.getLocalDate("date"),
        batch.getString("started_by"),
        batch.getOffsetDateTime("started_at").toInstant(),
        batch.getInteger("runs_queued"),
        batch.getInteger("sets_skipped"),
        keys.stream().mapToInt(KeyView::succeeded).sum(),
        keys.stream().mapToInt(KeyView::failed).sum(),
        keys.stream().mapToInt(KeyView::incomplete).sum(),
        keys.stream().map(KeyView::expectedEnd).max(Comparator.naturalOrder()).orElse(null),
        lastEnd(keys),
        keys);
  }

  private static KeyView key(Row row) {
    return new KeyView(
        row.getUUID("api_key_id"),
        row.getString("key_name"),
        row.getInteger("runs"),
        row.getInteger("succeeded"),
        row.getInteger("failed"),
        row.getInteger("incomplete"),
        row.getLong("plan_calls"),
        row.getLong("plan_rows"),
        row.getOffsetDateTime("expected_end").toInstant(),
        instant(row.getOffsetDateTime("ended_at")));
  }

  private static @Nullable Instant lastEnd(List<KeyView> keys) {
    return keys.stream().anyMatch(key -> key.endedAt() == null)
        ? null
        : keys.stream().map(KeyView::endedAt).max(Comparator.naturalOrder()).orElse(null);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
