package io.daybreak.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was done, over HTTP. */
@Path("/api/audit/{service}")
@Tag(name = "Audit")
@RolesAllowed({Roles.MARKETER, Roles.MERCHANT, Roles.OPERATOR})
public class AuditResource {

  private static final String OLDER =
      """
      select * from audit_entry
      where in_scope($1, organisation_id) and ($2::bigint is null or id < $2)
      order by id desc
      limit $3
      """;

  private final Pool pool;
  private final OwnService own;
  private final Caller caller;

  AuditResource(Pool pool, OwnService own, Caller caller) {
    this.pool = pool;
    this.own = own;
    this.caller = caller;
  }

  /**
   * One thing that was done.
   *
   * @param id for the next page: those before it
   */
  public record Entry(
      long id,
      Instant at,
      String actor,
      @Nullable String address,
      @Nullable String traceId,
      @Nullable UUID organisationId,
      String action,
      String object,
      @Nullable Map<String, Object> before,
      @Nullable Map<String, Object> after) {

    static Entry of(Row row) {
      return new Entry(
          row.getLong("id"),
          row.getOffsetDateTime("at").toInstant(),
          row.getString("actor"),
          row.getString("address"),
          row.getString("trace_id"),
          row.getUUID("organisation_id"),
          row.getString("action"),
          row.getString("object"),
          map(row.getJsonObject("before")),
          map(row.getJsonObject("after")));
    }

    private static @Nullable Map<String, Object> map(@Nullable JsonObject json) {
      return json == null ? null : json.getMap();
    }
  }

  @GET
  @Operation(
      summary = "What was done in the organisations that the caller owns, newest first",
      description = "Operators see all of it. Further pages: those older than the last one's id.")
  public Uni<List<Entry>> list(
      String service,
      @RestQuery @Nullable Long before,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int size) {
    own.require(service);
    return pool.preparedQuery(OLDER)
        .execute(Tuple.of(caller.owned().parameter(), before, size))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Entry::of).toList());
  }
}
