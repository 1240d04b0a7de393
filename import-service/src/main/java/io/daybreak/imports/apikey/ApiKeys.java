package io.daybreak.imports.apikey;

import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.problem.Problems;
import io.daybreak.kit.secret.SecretBox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The API keys that organisations have proved to be theirs. */
@ApplicationScoped
public class ApiKeys {

  /** One row a key, however many organisations of the scope have it. */
  private static final String LIST =
      """
      select api_key.id, min(joined.name) as name, api_key.created_at
      from api_key_organisation joined join api_key on api_key.id = joined.api_key_id
      where in_scope($1, joined.organisation_id)
      group by api_key.id
      order by api_key.created_at, api_key.id
      """;

  private static final String SEEN =
      """
      select organisation_id from api_key_organisation
      where api_key_id = $1 and in_scope($2, organisation_id)
      """;

  private static final String ROTATE =
      """
      update api_key set sealed_secret = $2, version = version + 1 where id = $1
      """;

  private final Pool pool;
  private final SecretBox box;
  private final Caller caller;
  private final Audit audit;

  ApiKeys(Pool pool, SecretBox box, Caller caller, Audit audit) {
    this.pool = pool;
    this.box = box;
    this.caller = caller;
    this.audit = audit;
  }

  Uni<List<ApiKeyView>> list() {
    return pool.preparedQuery(LIST)
        .execute(Tuple.tuple().addArrayOfUUID(caller.readable().parameter()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(ApiKeyView::of).toList());
  }

  /** Replaces the secret: the next call to NAVER is signed with the new one. */
  Uni<Void> rotate(UUID id, String secretKey) {
    String sealed = box.seal(secretKey, ApiKeyVault.secretContext(id));
    return organisations(id)
        .chain(
            owners ->
                pool.withTransaction(
                    tx ->
                        tx.preparedQuery(ROTATE)
                            .execute(Tuple.of(id, sealed))
                            .chain(
                                () ->
                                    audit.write(
                                        tx, Deed.of("api-key.rotated", owners.get(0), id)))));
  }

  /**
   * Throws a problem unless one of the caller's organisations has the key (404), in which the
   * caller may do what the request does (403).
   */
  public Uni<Void> require(UUID id) {
    return organisations(id).replaceWithVoid();
  }

  /** The same; those of the caller's organisations that have the key. */
  public Uni<List<UUID>> organisations(UUID id) {
    return pool.preparedQuery(SEEN)
        .execute(Tuple.of(id, caller.readable().parameter()))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID("organisation_id"))
                    .toList())
        .invoke(this::requireScope);
  }

  private void requireScope(List<UUID> organisations) {
    if (organisations.isEmpty()) {
      throw Problems.of(
          ApiKeyProblems.NOT_FOUND, "No API key of yours has this id. List yours first.");
    }
    if (organisations.stream().noneMatch(caller.scope()::contains)) {
      caller.requireScope(organisations.get(0));
    }
  }
}
