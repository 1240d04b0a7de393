package io.daybreak.imports.apikey;

import io.daybreak.kit.problem.Problems;
import io.daybreak.kit.secret.SecretBox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Registers a key, or lets a person join the one that others have registered already. */
@ApplicationScoped
class ApiKeyRegistration {

  private static final String INSERT =
      """
      insert into api_key (id, name, licence_fingerprint, sealed_licence, sealed_secret)
      values ($1, $2, $3, $4, $5)
      on conflict (licence_fingerprint) do nothing
      """;

  private static final String STORED =
      "select id, name, sealed_secret, created_at from api_key where licence_fingerprint = $1";

  private static final String JOIN =
      """
      insert into api_key_member (api_key_id, subject) values ($1, $2) on conflict do nothing
      """;

  private final Pool pool;
  private final SecretBox box;
  private final AdAccounts adAccounts;

  ApiKeyRegistration(Pool pool, SecretBox box, AdAccounts adAccounts) {
    this.pool = pool;
    this.box = box;
    this.adAccounts = adAccounts;
  }

  /**
   * The key of this licence, which the person shares from now on.
   *
   * @param subject who registers it
   */
  Uni<ApiKeyView> register(String subject, NewApiKey wanted) {
    return pool.withTransaction(transaction -> register(transaction, subject, wanted));
  }

  private Uni<ApiKeyView> register(SqlClient transaction, String subject, NewApiKey wanted) {
    String fingerprint = fingerprint(wanted.accessLicense());
    return insert(transaction, fingerprint, wanted)
        .chain(() -> transaction.preparedQuery(STORED).execute(Tuple.of(fingerprint)))
        .map(rows -> provenOwner(rows.iterator().next(), wanted))
        .call(key -> transaction.preparedQuery(JOIN).execute(Tuple.of(key.id(), subject)))
        .call(key -> adAccounts.addMissing(transaction, key.id(), wanted.adAccounts()));
  }

  private Uni<Void> insert(SqlClient transaction, String fingerprint, NewApiKey wanted) {
    UUID id = UUID.randomUUID();
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                id,
                wanted.name(),
                fingerprint,
                box.seal(wanted.accessLicense(), ApiKeyVault.licenceContext(id)),
                box.seal(wanted.secretKey(), ApiKeyVault.secretContext(id))))
        .replaceWithVoid();
  }

  /** Whoever knows the licence alone must not get at others' accounts. */
  private ApiKeyView provenOwner(Row stored, NewApiKey wanted) {
    UUID id = stored.getUUID("id");
    String secret = box.open(stored.getString("sealed_secret"), ApiKeyVault.secretContext(id));
    if (!MessageDigest.isEqual(bytes(secret), bytes(wanted.secretKey()))) {
      throw Problems.of(
          ApiKeyProblems.SECRET_DIFFERS,
          "Somebody has registered this access licence with another secret key. Check the secret,"
              + " or have a person who shares the key rotate it.");
    }
    return new ApiKeyView(
        id, stored.getString("name"), stored.getOffsetDateTime("created_at").toInstant());
  }

  private static String fingerprint(String licence) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(licence)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
