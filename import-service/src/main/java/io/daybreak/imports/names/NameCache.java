package io.daybreak.imports.names;

import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables {@code entity_name} and {@code name_source}. A name that is known is kept for ever and
 * only replaced by another name, never by nothing. Blocks; for worker threads.
 */
@ApplicationScoped
class NameCache {

  /** An empty name says that NAVER was asked in vain; that is believed for a while. */
  private static final String KNOWN =
      """
      select entity_id, name
      from entity_name
      where customer_id = $1
        and entity_id = any($2)
        and (name <> '' or fetched_at > now() - make_interval(secs => $3))
      """;

  /** In the order of the ids, so that two runs that learn the same names cannot lock each other. */
  private static final String KEEP =
      """
      insert into entity_name (customer_id, entity_id, name)
      select $1, learned.entity_id, learned.name
      from unnest($2::text[], $3::text[]) as learned (entity_id, name)
      order by learned.entity_id
      on conflict (customer_id, entity_id) do update
      set name = case when excluded.name = '' then entity_name.name else excluded.name end,
          fetched_at = excluded.fetched_at,
          changed_at = case when excluded.name in ('', entity_name.name) or entity_name.name = ''
                            then entity_name.changed_at else now() end
      where excluded.name = '' or entity_name.name <> excluded.name
      """;

  private static final String TAKEN =
      "select item, taken_at from name_source where customer_id = $1";

  private static final String TAKE =
      """
      insert into name_source (customer_id, item, taken_at) values ($1, $2, $3)
      on conflict (customer_id, item) do update
      set taken_at = greatest(name_source.taken_at, excluded.taken_at)
      """;

  private final BlockingSql sql;
  private final Pool pool;
  private final double maxAgeSeconds;

  NameCache(BlockingSql sql, Pool pool, NamesConfig config) {
    this.sql = sql;
    this.pool = pool;
    this.maxAgeSeconds = config.maxAge().toSeconds();
  }

  /** The names among these that are known, and an empty one for those asked for in vain lately. */
  Map<String, String> known(String customerId, Collection<String> ids) {
    Map<String, String> names = new HashMap<>();
    for (Row row :
        sql.await(
            pool.preparedQuery(KNOWN)
                .execute(Tuple.of(customerId, ids.toArray(String[]::new), maxAgeSeconds)))) {
      names.put(row.getString("entity_id"), row.getString("name"));
    }
    return names;
  }

  /**
   * Keeps what was learned.
   *
   * @param names an empty name says that NAVER has none, and replaces no other
   */
  void keep(String customerId, Map<String, String> names) {
    String[] ids = names.keySet().toArray(String[]::new);
    String[] texts = names.values().toArray(String[]::new);
    sql.await(pool.preparedQuery(KEEP).execute(Tuple.of(customerId, ids, texts)));
  }

  /** Up to which moment the changes of each kind are known; a kind never listed is missing. */
  Map<NameKind, Instant> taken(String customerId) {
    Map<NameKind, Instant> taken = new EnumMap<>(NameKind.class);
    for (Row row : sql.await(pool.preparedQuery(TAKEN).execute(Tuple.of(customerId)))) {
      OffsetDateTime at = row.getOffsetDateTime("taken_at");
      taken.put(NameKind.valueOf(row.getString("item")), at.toInstant());
    }
    return taken;
  }

  void take(String customerId, NameKind kind, Instant at) {
    sql.await(
        pool.preparedQuery(TAKE)
            .execute(Tuple.of(customerId, kind.name(), at.atOffset(ZoneOffset.UTC))));
  }
}
