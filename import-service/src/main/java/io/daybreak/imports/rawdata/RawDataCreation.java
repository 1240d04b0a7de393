package io.daybreak.imports.rawdata;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunTrigger;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
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

  /** The set belongs to whom the account belongs. */
  private static final String ORGANISATION =
      """
      select organisation_id from ad_account
      where api_key_id = $1 and customer_id = $2 and in_scope($3, organisation_id)
      order by added_at, organisation_id
      limit 1
      """;

  private static final String INSERT =
      """
      insert into raw_data (id, owner, organisation_id, api_key_id, customer_id, format,
                            spreadsheet_id, template_spreadsheet_id, history_days, update_days,
                            schedule_enabled)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (spreadsheet_id, customer_id, format) where deleted_at is null do nothing
      """;

  private final Pool pool;
  private final IdempotentAnswers answers;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final RunStatuses statuses;
  private final ImportDays days;
  private final Outbox outbox;
  private final SpreadsheetAccess access;
  private final Audit audit;

  RawDataCreation(
      Pool pool,
      IdempotentAnswers answers,
      RunEnqueuer enqueuer,
      RunQueue queue,
      RunStatuses statuses,
      ImportDays days,
      Outbox outbox,
      SpreadsheetAccess access,
      Audit audit) {
    this.pool = pool;
    this.answers = answers;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.statuses = statuses;
    this.days = days;
    this.outbox = outbox;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Creates a set once.
   *
   * @param maker the person's subject
   * @param scope whose keys the person may use
   * @param idempotencyKey null if the client sent none
   */
  Uni<AcceptedRun> create(
      String maker, Scope scope, NewRawData wanted, @Nullable String idempotencyKey) {
    return pool.withTransaction(
            transaction ->
                idempotencyKey == null
                    ? create(transaction, maker, scope, wanted)
                    : createOnce(transaction, maker, scope, wanted, idempotencyKey))
        .invoke(outbox::published);
  }

  /** What {@link #create} would answer: the same request, taken back. */
  Uni<Plan> plan(String maker, Scope scope, NewRawData wanted) {
    return pool.withConnection(
        connection ->
            connection
                .begin()
                .chain(
                    transaction ->
                        create(connection, maker, scope, wanted)
                            .map(AcceptedRun::plan)
                            .eventually(transaction::rollback)));
  }

  private Uni<AcceptedRun> createOnce(
      SqlClient transaction, String maker, Scope scope, NewRawData wanted, String key) {
    return answers
        .take(transaction, maker, key, wanted)
        .chain(
            before ->
                before
                    .map(answer -> Uni.createFrom().item(answer))
                    .orElseGet(
                        () ->
                            create(transaction, maker, scope, wanted)
                                .call(made -> answers.keep(transaction, maker, key, made))));
  }

  private Uni<AcceptedRun> create(
      SqlClient transaction, String maker, Scope scope, NewRawData wanted) {
    UUID id = UUID.randomUUID();
    RunRequest run = new RunRequest(List.of(id), RunTrigger.PERSON, days.lastDay(), null);
    return organisation(transaction, scope, wanted)
        .call(
            organisation ->
                access.require(
                    organisation,
                    Spreadsheets.id(wanted.spreadsheet()),
                    Spreadsheets.optionalId(wanted.template())))
        .call(() -> queue.lock(transaction, wanted.apiKeyId()))
        .call(organisation -> insert(transaction, id, maker, organisation, wanted))
        .chain(organisation -> audit.write(transaction, deed(organisation, id, wanted)))
        .chain(() -> enqueuer.enqueue(transaction, run))
        .chain(() -> queue.promote(transaction, wanted.apiKeyId()))
        .chain(() -> statuses.of(transaction, scope, List.of(id)))
        .map(made -> AcceptedRun.of(made.get(0)));
  }

  private static Deed deed(UUID organisation, UUID id, NewRawData wanted) {
    return Deed.of("raw-data.created", organisation, id)
        .to(
            new JsonObject()
                .put("customerId", wanted.customerId())
                .put("format", wanted.format().name())
                .put("spreadsheet", Spreadsheets.id(wanted.spreadsheet())));
  }

  private static Uni<UUID> organisation(SqlClient transaction, Scope scope, NewRawData wanted) {
    return transaction
        .preparedQuery(ORGANISATION)
        .execute(Tuple.of(wanted.apiKeyId(), wanted.customerId(), scope.parameter()))
        .map(
            found -> {
              if (found.size() == 0) {
                throw Problems.of(
                    RawDataProblems.ACCOUNT_UNKNOWN,
                    "Register the API key, and add the ad account to it, before you import.");
              }
              return found.iterator().next().getUUID("organisation_id");
            });
  }

  private static Uni<Void> insert(
      SqlClient transaction, UUID id, String maker, UUID organisation, NewRawData wanted) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(id)
                .addString(maker)
                .addUUID(organisation)
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
