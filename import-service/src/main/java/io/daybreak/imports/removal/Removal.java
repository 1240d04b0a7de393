package io.daybreak.imports.removal;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.RunEndings;
import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.OrganisationData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes keys, ad accounts and everything of an organisation. First its sets stop, as if a person
 * had deleted each, and their runs end; then all rows go in one transaction. Interrupted in between
 * it can be asked for again. Another organisation's sets of the same licence are not touched.
 */
@ApplicationScoped
class Removal implements OrganisationData {

  private static final String OF =
      """
      organisation_id = $1 and ($2::uuid is null or api_key_id = $2)
      and ($3::text is null or customer_id = $3)
      """;

  /** From now on no run can be queued for the sets. */
  private static final String STOP =
      "update raw_data set deleted_at = now(), version = version + 1 where deleted_at is null and "
          + OF;

  private static final String LIVE =
      "select id from run where state between 1 and 6 and raw_data_id in (select id from raw_data"
          + " where "
          + OF
          + ")";

  private static final String DELETE_SETS = "delete from raw_data where " + OF;

  private static final String DELETE_ACCOUNTS = "delete from ad_account where " + OF;

  private static final String LEAVE_KEYS =
      """
      delete from api_key_organisation where organisation_id = $1 and ($2::uuid is null or api_key_id = $2)
      """;

  /** The sealed secret goes with the last organisation that has the key. */
  private static final String DELETE_KEYS_OF_NOBODY =
      """
      delete from api_key where not exists (
        select from api_key_organisation joined where joined.api_key_id = api_key.id)
      and ($1::uuid is null or id = $1)
      """;

  private final Pool pool;
  private final RunEndings endings;
  private final Audit audit;

  Removal(Pool pool, RunEndings endings, Audit audit) {
    this.pool = pool;
    this.endings = endings;
    this.audit = audit;
  }

  /** A key with its accounts and sets, as far as they are the organisation's. */
  Uni<Void> key(UUID organisation, UUID apiKeyId) {
    Tuple of = Tuple.of(organisation, apiKeyId, null);
    Deed deed = Deed.of("api-key.removed", organisation, apiKeyId);
    return stop(of)
        .chain(
            () ->
                pool.withTransaction(
                    tx ->
                        delete(tx, of, organisation, apiKeyId).chain(() -> audit.write(tx, deed))));
  }

  /** An ad account with its sets, as far as they are the organisation's. */
  Uni<Void> account(UUID organisation, UUID apiKeyId, String customerId) {
    Tuple of = Tuple.of(organisation, apiKeyId, customerId);
    Deed deed = Deed.of("ad-account.removed", organisation, apiKeyId + "/" + customerId);
    return stop(of)
        .chain(
            () ->
                pool.withTransaction(tx -> deleteSets(tx, of).chain(() -> audit.write(tx, deed))));
  }

  @Override
  public Uni<Void> stop(UUID organisation) {
    return stop(Tuple.of(organisation, null, null));
  }

  @Override
  public Uni<Void> delete(SqlClient transaction, UUID organisation) {
    return delete(transaction, Tuple.of(organisation, null, null), organisation, null);
  }

  private Uni<Void> stop(Tuple of) {
    return pool.preparedQuery(STOP)
        .execute(of)
        .chain(() -> pool.preparedQuery(LIVE).execute(of))
        .chain(this::end);
  }

  private Uni<Void> end(RowSet<Row> live) {
    return Multi.createFrom()
        .iterable(live)
        .onItem()
        .transformToUniAndConcatenate(
            run -> endings.fail(run.getUUID("id"), FailureCode.CANCELLED, "The set was deleted."))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private static Uni<Void> delete(
      SqlClient tx, Tuple of, UUID organisation, @Nullable UUID apiKeyId) {
    return deleteSets(tx, of)
        .chain(() -> tx.preparedQuery(LEAVE_KEYS).execute(Tuple.of(organisation, apiKeyId)))
        .chain(
            () -> tx.preparedQuery(DELETE_KEYS_OF_NOBODY).execute(Tuple.tuple().addUUID(apiKeyId)))
        .replaceWithVoid();
  }

  private static Uni<RowSet<Row>> deleteSets(SqlClient tx, Tuple of) {
    return tx.preparedQuery(DELETE_SETS)
        .execute(of)
        .chain(() -> tx.preparedQuery(DELETE_ACCOUNTS).execute(of));
  }
}
