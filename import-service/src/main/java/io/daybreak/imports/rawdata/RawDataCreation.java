package io.daybreak.imports.rawdata;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunTrigger;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a set, queues its first run, and starts it where nothing is in its way: all or nothing. */
@ApplicationScoped
class RawDataCreation {

  private static final String ACCOUNT_OF_CALLER =
      """
      select 1 from ad_account
      where ad_account.api_key_id = $1 and ad_account.customer_id = $2
        and ($4 or exists (select from api_key_member member
                           where member.api_key_id = $1 and member.subject = $3))
      """;

  private static final String INSERT =
      """
      insert into raw_data (id, owner, api_key_id, customer_id, format, spreadsheet_id,
                            template_spreadsheet_id, history_days, update_days, schedule_enabled)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (spreadsheet_id, customer_id, format) where deleted_at is null do nothing
      """;

  private final Pool pool;
  private final IdempotentAnswers answers;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final RunStatuses statuses;
  private final ImportDays days;
  private final Outbox outbox;

  RawDataCreation(
      Pool pool,
      IdempotentAnswers answers,
      RunEnqueuer enqueuer,
      RunQueue queue,
      RunStatuses statuses,
      ImportDays days,
      Outbox outbox) {
    this.pool = pool;
    this.answers = answers;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.statuses = statuses;
    this.days = days;
    this.outbox = outbox;
  }

  /**
   * Creates a set once.
   *
   * @param anyKey whether the person may use keys that they do not share
   * @param idempotencyKey null if the client sent none
   */
  Uni<AcceptedRun> create(
      String owner, boolean anyKey, NewRawData wanted, @Nullable String idempotencyKey) {
    return pool.withTransaction(
            transaction ->
                idempotencyKey == null
                    ? create(transaction, owner, anyKey, wanted)
                    : createOnce(transaction, owner, anyKey, wanted, idempotencyKey))
        .invoke(outbox::published);
  }

  /** What {@link #create} would answer: the same request, taken back. */
  Uni<Plan> plan(String owner, boolean anyKey, NewRawData wanted) {
    return pool.withConnection(
        connection ->
            connection
                .begin()
                .chain(
                    transaction ->
                        create(connection, owner, anyKey, wanted)
                            .map(AcceptedRun::plan)
                            .eventually(transaction::rollback)));
  }

  private Uni<AcceptedRun> createOnce(
      SqlClient transaction, String owner, boolean anyKey, NewRawData wanted, String key) {
    return answers
        .take(transaction, owner, key, wanted)
        .chain(
            before ->
                before
                    .map(answer -> Uni.createFrom().item(answer))
                    .orElseGet(
                        () ->
                            create(transaction, owner, anyKey, wanted)
                                .call(made -> answers.keep(transaction, owner, key, made))));
  }

  private Uni<AcceptedRun> create(
      SqlClient transaction, String owner, boolean anyKey, NewRawData wanted) {
    UUID id = UUID.randomUUID();
    RunRequest run = new RunRequest(List.of(id), RunTrigger.PERSON, days.lastDay(), null);
    return requireAccount(transaction, owner, anyKey, wanted)
        .chain(() -> queue.lock(transaction, wanted.apiKeyId()))
        .chain(() -> insert(transaction, id, owner, wanted))
        .chain(() -> enqueuer.enqueue(transaction, run))
        .chain(() -> queue.promote(transaction, wanted.apiKeyId()))
        .chain(() -> statuses.of(transaction, List.of(id), owner))
        .map(made -> AcceptedRun.of(made.get(0)));
  }

  private Uni<Void> requireAccount(
      SqlClient transaction, String owner, boolean anyKey, NewRawData wanted) {
    return transaction
        .preparedQuery(ACCOUNT_OF_CALLER)
        .execute(Tuple.of(wanted.apiKeyId(), wanted.customerId(), owner, anyKey))
        .invoke(
            found -> {
              if (found.size() == 0) {
                throw Problems.of(
                    RawDataProblems.ACCOUNT_UNKNOWN,
                    "Register the API key, and add the ad account to it, before you import.");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> insert(SqlClient transaction, UUID id, String owner, NewRawData wanted) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(id)
                .addString(owner)
                .addUUID(wanted.apiKeyId())
                .addString(wanted.customerId())
                .addString(wanted.format().name())
                .addString(Spreadsheets.id(wanted.spreadsheet()))
                .addString(Spreadsheets.optionalId(wanted.template()))
                .addInteger(wanted.historyDays())
                .addInteger(wanted.updateDays())
                .addBoolean(wanted.scheduleEnabled()))
        .invoke(
            inserted -> {
              if (inserted.rowCount() == 0) {
                throw Problems.of(
                    RawDataProblems.EXISTS,
                    "Another set imports this account and format into this spreadsheet. Use that"
                        + " one, or another spreadsheet.");
              }
            })
        .replaceWithVoid();
  }
}
