package io.daybreak.kit.access;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * The organisations of a person, read anew for every request: who is removed loses everything at
 * once. A person without any gets an organisation of one.
 */
@ApplicationScoped
class Memberships {

  /** Those that the token names come first, then the oldest. */
  private static final String OF_PERSON =
      """
      select organisation.id, organisation.name, member.role, organisation.person is not null as personal,
             false as from_issuer
      from organisation_member member
      join organisation on organisation.id = member.organisation_id
      where member.subject = $1
      order by member.joined_at, organisation.id
      """;

  private static final String OF_ISSUER =
      "select id, name, issuer_name from organisation where issuer_name = any($1)";

  private static final String ADD_OF_ISSUER =
      """
      insert into organisation (id, name, issuer_name, created_by)
      select gen_random_uuid(), name, name, $2 from unnest($1::text[]) as named (name)
      on conflict (issuer_name) do nothing
      """;

  /**
   * The id is known beforehand, so that rows of before the upgrade and of other services are found;
   * unless the person has left the organisation that once was theirs alone.
   */
  private static final String ADD_PERSONAL =
      """
      with made as (
        insert into organisation (id, name, person, created_by)
        select case when exists (select from organisation where id = organisation_of_one($1))
                    then gen_random_uuid() else organisation_of_one($1) end, $2, $1, $1
        on conflict do nothing
        returning id
      )
      insert into organisation_member (organisation_id, subject, role, added_by)
      select id, $1, 'OWNER', $1 from made
      """;

  private static final int LONGEST_NAME = 100;

  private final Pool pool;
  private final IssuerClaim issuer;
  private final @Nullable HomeApi home;
  private final String homeService;

  Memberships(Pool pool, IssuerClaim issuer, OrganisationSettings settings) {
    this.pool = pool;
    this.issuer = issuer;
    this.homeService = settings.homeService();
    this.home =
        settings
            .home()
            .map(
                uri ->
                    QuarkusRestClientBuilder.newBuilder()
                        .baseUri(uri)
                        .connectTimeout(2, TimeUnit.SECONDS)
                        .readTimeout(5, TimeUnit.SECONDS)
                        .build(HomeApi.class))
            .orElse(null);
  }

  /** Whether another service keeps the members. */
  boolean keptElsewhere() {
    return home != null;
  }

  /** Never empty; the first is where the person makes things unless they say otherwise. */
  Uni<List<Membership>> of(JsonWebToken token) {
    return home == null
        ? ofIssuer(issuer.roles(token), token.getSubject())
            .chain(issued -> ofTables(issued, token, true))
        : home.memberships(homeService, "Bearer " + token.getRawToken())
            .onFailure()
            .transform(failure -> AccessProblems.unavailable());
  }

  private Uni<List<Membership>> ofTables(
      List<Membership> issued, JsonWebToken token, boolean mayMake) {
    return pool.preparedQuery(OF_PERSON)
        .execute(Tuple.of(token.getSubject()))
        .map(rows -> joined(issued, rows))
        .chain(
            found ->
                found.isEmpty() && mayMake
                    ? makePersonal(token).chain(() -> ofTables(issued, token, false))
                    : Uni.createFrom().item(found));
  }

  private Uni<Void> makePersonal(JsonWebToken token) {
    return pool.preparedQuery(ADD_PERSONAL)
        .execute(Tuple.of(token.getSubject(), name(token)))
        .replaceWithVoid();
  }

  private Uni<List<Membership>> ofIssuer(Map<String, OrganisationRole> roles, String subject) {
    if (roles.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    String[] names = roles.keySet().toArray(String[]::new);
    return read(names, roles)
        .chain(
            known ->
                known.size() == names.length
                    ? Uni.createFrom().item(known)
                    : pool.preparedQuery(ADD_OF_ISSUER)
                        .execute(Tuple.of(names, subject))
                        .chain(() -> read(names, roles)));
  }

  private Uni<List<Membership>> read(String[] names, Map<String, OrganisationRole> roles) {
    return pool.preparedQuery(OF_ISSUER)
        .execute(Tuple.tuple().addArrayOfString(names))
        .map(
            rows -> {
              List<Membership> found = new ArrayList<>();
              for (Row row : rows) {
                OrganisationRole role = roles.get(row.getString("issuer_name"));
                found.add(
                    new Membership(row.getUUID("id"), row.getString("name"), role, false, true));
              }
              return found;
            });
  }

  private static List<Membership> joined(List<Membership> issued, RowSet<Row> rows) {
    List<Membership> all = new ArrayList<>(issued);
    for (Row row : rows) {
      all.add(
          new Membership(
              row.getUUID("id"),
              row.getString("name"),
              OrganisationRole.valueOf(row.getString("role")),
              row.getBoolean("personal"),
              false));
    }
    return all;
  }

  /** As the token calls the person; the subject is often an id that tells nobody anything. */
  private static String name(JsonWebToken token) {
    Object named = token.getClaim("name");
    String name = named instanceof String text && !text.isBlank() ? text : token.getName();
    String plain = (name == null ? token.getSubject() : name).replace('\0', ' ').strip();
    String told = plain.isEmpty() ? token.getSubject() : plain;
    return told.substring(0, Math.min(told.length(), LONGEST_NAME));
  }

  /** The service that keeps the members, asked in the caller's name. */
  @RegisterRestClient(configKey = "organisations-home")
  @Path("/api/organisations")
  interface HomeApi {

    @GET
    @Path("/{service}")
    Uni<List<Membership>> memberships(
        @PathParam("service") String service, @HeaderParam("Authorization") String authorization);
  }
}
