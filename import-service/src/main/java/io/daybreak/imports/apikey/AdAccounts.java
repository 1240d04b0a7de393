package io.daybreak.imports.apikey;

import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The ad accounts that are reached with a key. */
@ApplicationScoped
public class AdAccounts {

  private static final String LIST =
      """
      select customer_id, max(name) as name from ad_account
      where api_key_id = $1 and in_scope($2, organisation_id)
      group by customer_id order by customer_id
      """;

  private static final String PUT =
      """
      insert into ad_account (api_key_id, organisation_id, customer_id, name)
      select api_key_id, organisation_id, $3, $4 from api_key_organisation
      where api_key_id = $1 and in_scope($2, organisation_id)
      on conflict (api_key_id, organisation_id, customer_id) do update set name = excluded.name
      """;

  private static final String ADD_MISSING =
      """
      insert into ad_account (api_key_id, organisation_id, customer_id, name)
      select $1, $2, customer_id, name
      from unnest($3::text[], $4::text[]) as added (customer_id, name)
      on conflict do nothing
      """;

  private final Pool pool;

  AdAccounts(Pool pool) {
    this.pool = pool;
  }

  /** Those that organisations of a scope have added to the key. */
  public Uni<List<AdAccountView>> list(Scope scope, UUID apiKeyId) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(apiKeyId, scope.parameter()))
        .map(AdAccounts::views);
  }

  /** Adds an account or renames it, for the organisations of a scope that have the key. */
  Uni<Void> put(Scope scope, UUID apiKeyId, String customerId, String name) {
    return pool.preparedQuery(PUT)
        .execute(Tuple.of(apiKeyId, scope.parameter(), customerId, name))
        .replaceWithVoid();
  }

  /** Adds those that are not there yet; names of the others stay. */
  Uni<Void> addMissing(
      SqlClient transaction, UUID apiKeyId, UUID organisationId, List<NewAdAccount> accounts) {
    String[] customerIds = accounts.stream().map(NewAdAccount::customerId).toArray(String[]::new);
    String[] names = accounts.stream().map(NewAdAccount::name).toArray(String[]::new);
    return transaction
        .preparedQuery(ADD_MISSING)
        .execute(
            Tuple.tuple()
                .addUUID(apiKeyId)
                .addUUID(organisationId)
                .addArrayOfString(customerIds)
                .addArrayOfString(names))
        .replaceWithVoid();
  }

  private static List<AdAccountView> views(RowSet<Row> rows) {
    List<AdAccountView> views = new ArrayList<>();
    rows.forEach(
        row -> views.add(new AdAccountView(row.getString("customer_id"), row.getString("name"))));
    return views;
  }
}
