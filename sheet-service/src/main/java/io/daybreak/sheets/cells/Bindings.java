package io.daybreak.sheets.cells;

import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.OrganisationData;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.access.SpreadsheetProof;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which organisation has proved which spreadsheet. */
@ApplicationScoped
class Bindings implements OrganisationData {

  /** 32 letters and digits that nobody takes for one another (Crockford's base 32). */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int CODE_LENGTH = 12;

  private static final String FIND =
      """
      select * from spreadsheet_binding
      where in_scope($1, organisation_id) and ($2::text is null or spreadsheet_id = $2)
      order by proved_at desc, organisation_id, spreadsheet_id
      """;

  /** Asked for again, a code that still counts stays: it may be in the sheet already. */
  private static final String CODE =
      """
      insert into spreadsheet_proof as proof (organisation_id, spreadsheet_id, code, expires_at)
      values ($1, $2, $3, now() + make_interval(secs => $4))
      on conflict (organisation_id, spreadsheet_id) do update set
        code = case when proof.expires_at > now() then proof.code else excluded.code end,
        expires_at = excluded.expires_at
      returning code, expires_at
      """;

  private static final String EXPECTED =
      """
      select code from spreadsheet_proof
      where organisation_id = $1 and spreadsheet_id = $2 and expires_at > now()
      """;

  private static final String BIND =
      """
      with used as (
        delete from spreadsheet_proof where organisation_id = $1 and spreadsheet_id = $2
      )
      insert into spreadsheet_binding (organisation_id, spreadsheet_id, proved_by, how)
      values ($1, $2, $3, $4)
      on conflict (organisation_id, spreadsheet_id) do nothing
      """;

  private static final String REMOVE =
      "delete from spreadsheet_binding where in_scope($1, organisation_id) and spreadsheet_id = $2";

  private static final List<String> FORGET =
      List.of(
          "delete from spreadsheet_binding where organisation_id = $1",
          "delete from spreadsheet_proof where organisation_id = $1");

  private final Pool pool;
  private final SpreadsheetProof proof;
  private final ProofSettings settings;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  Bindings(Pool pool, SpreadsheetProof proof, ProofSettings settings, Audit audit) {
    this.pool = pool;
    this.proof = proof;
    this.settings = settings;
    this.audit = audit;
  }

  /** Throws a problem (403) unless an organisation of the scope may use the spreadsheet. */
  Uni<Void> require(Scope scope, String spreadsheet) {
    return !proof.needed() || scope instanceof Scope.Everybody
        ? Uni.createFrom().voidItem()
        : list(scope, spreadsheet)
            .invoke(
                found -> {
                  if (found.isEmpty()) {
                    throw Problems.of(
                        SpreadsheetProof.NOT_PROVED,
                        "Ask for a code, put it into any of the first cells of a tab, then"
                            + " confirm.");
                  }
                })
            .replaceWithVoid();
  }

  /**
   * The bindings of a scope.
   *
   * @param spreadsheet null for all
   */
  Uni<List<Binding>> list(Scope scope, @Nullable String spreadsheet) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(scope.parameter(), spreadsheet))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Binding::of).toList());
  }

  Uni<Code> code(UUID organisation, String spreadsheet) {
    StringBuilder code = new StringBuilder("DAYBREAK-");
    random.ints(CODE_LENGTH, 0, ALPHABET.length()).forEach(i -> code.append(ALPHABET.charAt(i)));
    double seconds = settings.codeLifetime().toSeconds();
    return pool.preparedQuery(CODE)
        .execute(Tuple.of(organisation, spreadsheet, code.toString(), seconds))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Code(row.getString("code"), row.getOffsetDateTime("expires_at").toInstant()));
  }

  /** The code that must be in the spreadsheet now, if one was asked for. */
  Uni<Optional<String>> expected(UUID organisation, String spreadsheet) {
    return pool.preparedQuery(EXPECTED)
        .execute(Tuple.of(organisation, spreadsheet))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .findFirst()
                    .map(row -> row.getString("code")));
  }

  Uni<Void> bind(UUID organisation, String spreadsheet, String subject, String how) {
    Deed deed = Deed.of("spreadsheet.bound", organisation, spreadsheet);
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(BIND)
                .execute(Tuple.of(organisation, spreadsheet, subject, how))
                .chain(() -> audit.write(tx, deed)));
  }

  /** Whether there was a binding. */
  Uni<Boolean> remove(Scope scope, String spreadsheet) {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(scope.parameter(), spreadsheet))
        .map(removed -> removed.rowCount() > 0);
  }

  @Override
  public Uni<Void> stop(UUID organisationId) {
    return Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Void> delete(SqlClient transaction, UUID organisationId) {
    return Multi.createFrom()
        .iterable(FORGET)
        .onItem()
        .transformToUniAndConcatenate(
            sql -> transaction.preparedQuery(sql).execute(Tuple.of(organisationId)))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /**
   * What has to be found in the spreadsheet.
   *
   * @param code to be put into a cell as it is
   */
  public record Code(String code, Instant expiresAt) {}
}
