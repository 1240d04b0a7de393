package io.daybreak.imports.rawdata;

import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Gives a set to another organisation that has the same API key; runs go on as they were. */
@ApplicationScoped
class HandOver {

  /** Where the other organisation does not have the account yet but has the key, it gets both. */
  private static final String GIVE_ACCOUNT =
      """
      insert into ad_account (api_key_id, organisation_id, customer_id, name)
      select account.api_key_id, joined.organisation_id, account.customer_id, account.name
      from raw_data
      join ad_account account using (api_key_id, organisation_id, customer_id)
      join api_key_organisation joined
        on joined.api_key_id = raw_data.api_key_id and joined.organisation_id = $2
      where raw_data.id = $1
      on conflict do nothing
      """;

  private static final String GIVE =
      """
      update raw_data set organisation_id = $2, version = version + 1
      where id = $1 and organisation_id = $3 and deleted_at is null
        and exists (select from ad_account account
                    where account.api_key_id = raw_data.api_key_id and account.organisation_id = $2
                      and account.customer_id = raw_data.customer_id)
      """;

  private final Pool pool;
  private final Caller caller;
  private final Audit audit;

  HandOver(Pool pool, Caller caller, Audit audit) {
    this.pool = pool;
    this.caller = caller;
    this.audit = audit;
  }

  /** A problem (403) unless the caller may change things in both, (409) without the key there. */
  Uni<Void> give(RawDataSet set, UUID organisationId) {
    caller.requireReceiver(organisationId);
    Deed deed =
        Deed.of("raw-data.handed-over", organisationId, set.id)
            .from(new JsonObject().put("organisationId", set.organisationId.toString()));
    return pool.withTransaction(
        tx -> give(tx, set, organisationId).chain(() -> audit.write(tx, deed)));
  }

  private static Uni<Void> give(SqlClient tx, RawDataSet set, UUID organisationId) {
    return tx.preparedQuery(GIVE_ACCOUNT)
        .execute(Tuple.of(set.id, organisationId))
        .chain(
            () ->
                tx.preparedQuery(GIVE)
                    .execute(Tuple.of(set.id, organisationId, set.organisationId)))
        .invoke(
            given -> {
              if (given.rowCount() == 0) {
                throw Problems.of(
                    RawDataProblems.KEY_MISSING_THERE,
                    "Register the API key in the other organisation first, then hand over.");
              }
            })
        .replaceWithVoid();
  }

  /** Body of a hand-over. */
  record To(@NotNull UUID organisationId) {}
}
