package io.daybreak.orders.compliance;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What was asked in customers' names, and the exports for merchants to hand over. */
@Path("/api/compliance-requests")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class ComplianceResource {

  /**
   * @param carriedOut what was done
   * @param hasExport whether there is an export to fetch
   */
  public record RequestView(
      UUID id,
      String shop,
      String topic,
      String carriedOut,
      boolean hasExport,
      Instant receivedAt,
      Instant doneAt) {}

  private static final ProblemType NO_EXPORT =
      new ProblemType("compliance-export-not-found", 404, "No such export");

  private static final String COUNT =
      "select count(*) as total from compliance_request where in_scope($1, organisation_id)";

  private static final String PAGE =
      """
      select id, shop_domain, topic, carried_out, export is not null as has_export, received_at,
        done_at
      from compliance_request where in_scope($1, organisation_id)
      order by done_at desc, id limit $2 offset $3
      """;

  private static final String EXPORT =
      """
      select export from compliance_request
      where id = $1 and in_scope($2, organisation_id) and export is not null
      """;

  private final Pool pool;
  private final ShopAccess access;

  ComplianceResource(Pool pool, ShopAccess access) {
    this.pool = pool;
    this.access = access;
  }

  @GET
  public Uni<Listing<RequestView>> list(@BeanParam @Valid PageRequest page) {
    UUID[] scope = access.scope().parameter();
    return pool.preparedQuery(COUNT)
        .execute(Tuple.tuple().addArrayOfUUID(scope))
        .map(rows -> rows.iterator().next().getLong("total"))
        .chain(
            total ->
                pool.preparedQuery(PAGE)
                    .execute(Tuple.of(scope, page.size(), page.offset()))
                    .map(
                        rows ->
                            Listing.of(
                                StreamSupport.stream(rows.spliterator(), false).toList(),
                                page,
                                total,
                                ComplianceResource::view)));
  }

  @GET
  @Path("/{id}/export")
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<String> export(UUID id) {
    return pool.preparedQuery(EXPORT)
        .execute(Tuple.of(id, access.scope().parameter()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw Problems.of(NO_EXPORT, "Only data requests have an export.");
              }
              return rows.iterator().next().get(JsonObject.class, "export").encode();
            });
  }

  private static RequestView view(Row row) {
    return new RequestView(
        row.getUUID("id"),
        row.getString("shop_domain"),
        row.getString("topic"),
        row.getString("carried_out"),
        row.getBoolean("has_export"),
        row.getOffsetDateTime("received_at").toInstant(),
        row.getOffsetDateTime("done_at").toInstant());
  }
}
