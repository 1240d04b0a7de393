package io.daybreak.imports.apikey;

import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
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

/** Registers a key, or joins an organisation to the one that others have registered already. */
@ApplicationScoped
class ApiKeyRegistration {

  private static final String INSERT =
      """
      insert into api_key (id, name, licence_fingerprint, sealed_licence, sealed_secret)
      values ($1, $2, $3, $4, $5)
      on conflict (licence_fingerprint) do nothing
      """;

  private static final String STORED =
      "select id, sealed_secret, created_at from api_key where licence_fingerprint = $1";

  private static final String JOIN =
      """
      insert into api_key_organisation (api_key_id, organisation_id, name) values ($1, $2, $3)
      on conflict (api_key_id, organisation_id) do update set name = api_key_organisation.name
      returning name
      """;

  private static final String RENEW =
      "update api_key set sealed_secret = $2, version = version + 1 where id = $1";

  private final Pool pool;
  private final SecretBox box;
  private final AdAccounts adAccounts;
  private final KeyTester tester;
  private final Audit audit;

  ApiKeyRegistration(
      Pool pool, SecretBox box, AdAccounts adAccounts, KeyTester tester, Audit audit) {
    this.pool = pool;
    this.box = box;
    this.adAccounts = adAccounts;
    this.tester = tester;
    this.audit = audit;
  }

  /**
   * The key of this licence, which the organisation has from now on.
   *
   * @param organisationId whose it becomes
   */
  Uni<ApiKeyView> register(UUID organisationId, NewApiKey wanted) {
    return pool.withTransaction(transaction -> register(transaction, organisationId, wanted));
  }

  private Uni<ApiKeyView> register(SqlClient transaction, UUID organisationId, NewApiKey wanted) {
    String fingerprint = fingerprint(wanted.accessLicense());
    return insert(transaction, fingerprint, wanted)
        .chain(() -> transaction.preparedQuery(STORED).execute(Tuple.of(fingerprint)))
        .map(rows -> rows.iterator().next())
        .call(stored -> prove(transaction, stored, wanted))
        .chain(stored -> join(transaction, stored, organisationId, wanted.name()))
        .call(
            key ->
                adAccounts.addMissing(transaction, key.id(), organisationId, wanted.adAccounts()))
        .call(
            key ->
                audit.write(transaction, Deed.of("api-key.registered", organisationId, key.id())));
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

  /**
   * Whoever knows the licence alone must not get at others' accounts. A secret that NAVER has just
   * accepted is the right one: then the stored one is out of date, and nobody is kept waiting for
   * whoever registered it.
   */
  private Uni<Void> prove(SqlClient transaction, Row stored, NewApiKey wanted) {
    UUID id = stored.getUUID("id");
    String secret = box.open(stored.getString("sealed_secret"), ApiKeyVault.secretContext(id));
    if (MessageDigest.isEqual(bytes(secret), bytes(wanted.secretKey()))) {
      return Uni.createFrom().voidItem();
    }
    if (!tester.proves()) {
      throw Problems.of(
          ApiKeyProblems.SECRET_DIFFERS,
          "Somebody has registered this access licence with another secret key. Check the secret,"
              + " or have a person who shares the key rotate it.");
    }
    String sealed = box.seal(wanted.secretKey(), ApiKeyVault.secretContext(id));
    return transaction.preparedQuery(RENEW).execute(Tuple.of(id, sealed)).replaceWithVoid();
  }

  private static Uni<ApiKeyView> join(
      SqlClient transaction, Row stored, UUID organisationId, String name) {
    UUID id = stored.getUUID("id");
    return transaction
        .preparedQuery(JOIN)
        .execute(Tuple.of(id, organisationId, name))
        .map(
            joined ->
                new ApiKeyView(
                    id,
                    joined.iterator().next().getString("name"),
                    stored.getOffsetDateTime("created_at").toInstant()));
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
