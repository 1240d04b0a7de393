package io.daybreak.imports.apikey;

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
      "select customer_id, name from ad_account where api_key_id = $1 order by customer_id";

  private static final String PUT =
      """
      insert into ad_account (api_key_id, customer_id, name) values ($1, $2, $3)
      on conflict (api_key_id, customer_id) do update set name = excluded.name
      """;

  private static final String ADD_MISSING =
      """
      insert into ad_account (api_key_id, customer_id, name)
      select $1, customer_id, name from unnest($2::text[], $3::text[]) as added (customer_id, name)
      on conflict do nothing
      """;

  private final Pool pool;

  AdAccounts(Pool pool) {
    this.pool = pool;
  }

  public Uni<List<AdAccountView>> list(UUID apiKeyId) {
    return pool.preparedQuery(LIST).execute(Tuple.of(apiKeyId)).map(AdAccounts::views);
  }

  /** Adds an account or renames it. */
  Uni<Void> put(UUID apiKeyId, String customerId, String name) {
    return pool.preparedQuery(PUT).execute(Tuple.of(apiKeyId, customerId, name)).replaceWithVoid();
  }

  /** Adds those that are not there yet; names of the others stay. */
  Uni<Void> addMissing(SqlClient transaction, UUID apiKeyId, List<NewAdAccount> accounts) {
    String[] customerIds = accounts.stream().map(NewAdAccount::customerId).toArray(String[]::new);
    String[] names = accounts.stream().map(NewAdAccount::name).toArray(String[]::new);
    return transaction
        .preparedQuery(ADD_MISSING)
        .execute(
            Tuple.tuple().addUUID(apiKeyId).addArrayOfString(customerIds).addArrayOfString(names))
        .replaceWithVoid();
  }

  private static List<AdAccountView> views(RowSet<Row> rows) {
    List<AdAccountView> views = new ArrayList<>();
    rows.forEach(
        row -> views.add(new AdAccountView(row.getString("customer_id"), row.getString("name"))));
    return views;
  }
}
