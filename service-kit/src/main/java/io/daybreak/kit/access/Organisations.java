package io.daybreak.kit.access;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Organisations and their members, as people change them. */
@ApplicationScoped
class Organisations {

  private static final String CREATE =
      """
      with made as (
        insert into organisation (id, name, created_by) values ($1, $2, $3) returning id
      )
      insert into organisation_member (organisation_id, subject, role, added_by)
      select id, $3, 'OWNER', $3 from made
      """;

  private static final String RENAME = "update organisation set name = $2 where id = $1";

  private static final String MEMBERS =
      """
      select subject, role, added_by, joined_at from organisation_member
      where organisation_id = $1 order by joined_at, subject
      """;

  /** Whoever changes members of an organisation does so one after the other. */
  private static final String LOCK =
      "select issuer_name from organisation where id = $1 for no key update";

  private static final String SET_ROLE =
      "update organisation_member set role = $3 where organisation_id = $1 and subject = $2";

  private static final String REMOVE =
      "delete from organisation_member where organisation_id = $1 and subject = $2";

  /** An organisation of one that its person leaves is no longer that person's. */
  private static final String NO_LONGER_OF =
      "update organisation set person = null where id = $1 and person = $2";

  private static final String OWNERS =
      """
      select count(*) as owners from organisation_member
      where organisation_id = $1 and role = 'OWNER'
      """;

  private static final String INVITE =
      """
      insert into organisation_invitation (id, organisation_id, code_hash, role, created_by, expires_at)
      values ($1, $2, $3, $4, $5, $6)
      """;

  /** The invitation is used up in the statement that lets the person in; a higher role stays. */
  private static final String JOIN =
      """
      with used as (
        delete from organisation_invitation where code_hash = $1 and expires_at > now()
        returning organisation_id, role, created_by
      )
      insert into organisation_member as member (organisation_id, subject, role, added_by)
      select organisation_id, $2, role, created_by from used
      on conflict (organisation_id, subject) do update set role = member.role
      returning organisation_id, role
      """;

  private static final String DELETE = "delete from organisation where id = $1";

  private final Pool pool;
  private final List<OrganisationData> data;
  private final OrganisationSettings settings;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  Organisations(
      Pool pool, @All List<OrganisationData> data, OrganisationSettings settings, Audit audit) {
    this.pool = pool;
    this.data = data;
    this.settings = settings;
    this.audit = audit;
  }

  Uni<UUID> create(String name, String subject) {
    UUID id = UUID.randomUUID();
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(CREATE)
                .execute(Tuple.of(id, name, subject))
                .chain(() -> told(tx, "organisation.created", id, id, "name", name))
                .replaceWith(id));
  }

  Uni<Void> rename(UUID id, String name) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(RENAME)
                .execute(Tuple.of(id, name))
                .chain(() -> told(tx, "organisation.renamed", id, id, "name", name)));
  }

  Uni<List<Member>> members(UUID id) {
    return pool.preparedQuery(MEMBERS)
        .execute(Tuple.of(id))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Member::of).toList());
  }

  /** A member's new role; a problem where the last owner would be none any more. */
  Uni<Void> role(UUID id, String subject, OrganisationRole role) {
    return change(
        id,
        SET_ROLE,
        Tuple.of(id, subject, role.name()),
        subject,
        false,
        Deed.of("member.role-changed", id, subject).to(new JsonObject().put("role", role.name())));
  }

  /** From now on the person sees nothing of the organisation; what they made goes on. */
  Uni<Void> remove(UUID id, String subject) {
    return change(
        id, REMOVE, Tuple.of(id, subject), subject, true, Deed.of("member.removed", id, subject));
  }

  /** A code that lets one person in, once; only its hash is kept. */
  Uni<Invitation> invite(UUID id, OrganisationRole role, String subject) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant until =
        Instant.now().plus(settings.invitationLifetime()).truncatedTo(ChronoUnit.SECONDS);
    return pool.withTransaction(
            tx ->
                lock(tx, id)
                    .chain(
                        () ->
                            tx.preparedQuery(INVITE)
                                .execute(
                                    Tuple.of(
                                        UUID.randomUUID(),
                                        id,
                                        hash(code),
                                        role.name(),
                                        subject,
                                        until.atOffset(ZoneOffset.UTC))))
                    .chain(() -> told(tx, "member.invited", id, id, "role", role.name())))
        .replaceWith(new Invitation(code, role, until));
  }

  Uni<UUID> join(String code, String subject) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(JOIN)
                .execute(Tuple.of(hash(code), subject))
                .map(Organisations::joined)
                .call(row -> told(tx, "member.joined", row.id(), subject, "role", row.role()))
                .map(Joined::id));
  }

  /** Deletes an organisation with all its data; stops first what is under way for it. */
  Uni<Void> delete(UUID id) {
    return each(of -> of.stop(id))
        .chain(
            () ->
                pool.withTransaction(
                    tx ->
                        each(of -> of.delete(tx, id))
                            .chain(() -> tx.preparedQuery(DELETE).execute(Tuple.of(id)))
                            .chain(() -> audit.write(tx, Deed.of("organisation.deleted", id, id)))))
        .replaceWithVoid();
  }

  private Uni<Void> change(
      UUID id, String sql, Tuple with, String subject, boolean leaves, Deed deed) {
    return pool.withTransaction(
        tx ->
            lock(tx, id)
                .chain(() -> tx.preparedQuery(sql).execute(with))
                .invoke(
                    changed -> {
                      if (changed.rowCount() == 0) {
                        throw AccessProblems.memberUnknown();
                      }
                    })
                .chain(() -> requireOwner(tx, id))
                .chain(() -> audit.write(tx, deed))
                .chain(
                    () ->
                        leaves
                            ? tx.preparedQuery(NO_LONGER_OF)
                                .execute(Tuple.of(id, subject))
                                .replaceWithVoid()
                            : Uni.createFrom().voidItem()));
  }

  private Uni<Void> told(
      SqlClient tx, String action, UUID id, Object object, String field, String value) {
    return audit.write(tx, Deed.of(action, id, object).to(new JsonObject().put(field, value)));
  }

  private static Joined joined(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw AccessProblems.invitationUnknown();
    }
    Row row = rows.iterator().next();
    return new Joined(row.getUUID("organisation_id"), row.getString("role"));
  }

  private record Joined(UUID id, String role) {}

  private static Uni<Void> lock(SqlClient tx, UUID id) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(id))
        .invoke(
            found -> {
              if (found.size() == 0) {
                throw AccessProblems.notYours();
              }
              if (found.iterator().next().getString("issuer_name") != null) {
                throw AccessProblems.ofIssuer();
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> requireOwner(SqlClient tx, UUID id) {
    return tx.preparedQuery(OWNERS)
        .execute(Tuple.of(id))
        .invoke(
            rows -> {
              if (rows.iterator().next().getLong("owners") == 0) {
                throw AccessProblems.lastOwner();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> each(Function<OrganisationData, Uni<Void>> step) {
    return Multi.createFrom()
        .iterable(data)
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private static String hash(String code) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /**
   * A person of an organisation.
   *
   * @param subject as tokens call the person
   * @param addedBy who invited them; they themselves where they made the organisation
   */
  record Member(String subject, OrganisationRole role, String addedBy, Instant joinedAt) {

    static Member of(Row row) {
      return new Member(
          row.getString("subject"),
          OrganisationRole.valueOf(row.getString("role")),
          row.getString("added_by"),
          row.getOffsetDateTime("joined_at").toInstant());
    }
  }

  /**
   * What an owner hands to a person who shall join.
   *
   * @param code shown this once
   */
  record Invitation(String code, OrganisationRole role, Instant expiresAt) {

    @Override
    public String toString() {
      return "Invitation[" + role + ", " + expiresAt + "]";
    }
  }
}
