package io.daybreak.imports.names;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table {@code entity_name}. Blocks; for worker threads. */
@ApplicationScoped
class NameCache {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String FRESH =
      """
      select entity_id, name
      from entity_name
      where customer_id = $1
        and entity_id = any($2)
        and fetched_at > now() - make_interval(secs => $3)
      """;

  /** In the order of the ids, so that two runs that learn the same names cannot lock each other. */
  private static final String KEEP =
      """
      insert into entity_name (customer_id, entity_id, name)
      select $1, learned.entity_id, learned.name
      from unnest($2::text[], $3::text[]) as learned (entity_id, name)
      order by learned.entity_id
      on conflict (customer_id, entity_id)
      do update set name = excluded.name, fetched_at = excluded.fetched_at
      """;

  private final Pool pool;
  private final double maxAgeSeconds;

  NameCache(Pool pool, NamesConfig config) {
    this.pool = pool;
    this.maxAgeSeconds = config.maxAge().toSeconds();
  }

  /** The names among these that are young enough. */
  Map<String, String> fresh(String customerId, Collection<String> ids) {
    Map<String, String> names = new HashMap<>();
    for (Row row :
        pool.preparedQuery(FRESH)
            .execute(Tuple.of(customerId, ids.toArray(String[]::new), maxAgeSeconds))
            .await()
            .atMost(PATIENCE)) {
      names.put(row.getString("entity_id"), row.getString("name"));
    }
    return names;
  }

  void keep(String customerId, Map<String, String> names) {
    String[] ids = names.keySet().toArray(String[]::new);
    String[] texts = names.values().toArray(String[]::new);
    pool.preparedQuery(KEEP).execute(Tuple.of(customerId, ids, texts)).await().atMost(PATIENCE);
  }
}
