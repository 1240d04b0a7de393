package io.daybreak.imports.apikey;

import io.daybreak.kit.secret.SecretBox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * The only way to an API key's secret. It is read anew for every call, so that a rotated secret is
 * used from the next call on, in every process.
 */
@ApplicationScoped
public class ApiKeyVault {

  private static final String SEALED =
      "select sealed_licence, sealed_secret from api_key where id = $1";

  private final Pool pool;
  private final SecretBox box;

  ApiKeyVault(Pool pool, SecretBox box) {
    this.pool = pool;
    this.box = box;
  }

  /**
   * What signs the key's calls.
   *
   * @throws NoSuchElementException through the Uni, if no key has this id
   */
  public Uni<NaverCredentials> credentials(UUID apiKeyId) {
    return pool.preparedQuery(SEALED)
        .execute(Tuple.of(apiKeyId))
        .map(rows -> open(apiKeyId, rows.iterator().next()));
  }

  private NaverCredentials open(UUID apiKeyId, Row row) {
    return new NaverCredentials(
        box.open(row.getString("sealed_licence"), licenceContext(apiKeyId)),
        box.open(row.getString("sealed_secret"), secretContext(apiKeyId)));
  }

  /** What a sealed licence is bound to: it opens in no other row and no other column. */
  static String licenceContext(UUID apiKeyId) {
    return "api-key:" + apiKeyId + ":licence";
  }

  static String secretContext(UUID apiKeyId) {
    return "api-key:" + apiKeyId + ":secret";
  }
}
