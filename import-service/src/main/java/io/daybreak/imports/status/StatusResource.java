package io.daybreak.imports.status;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** The state of imports over HTTP: asked for every few seconds, or followed live. */
@Path("/api/raw-data")
@Tag(name = "Status")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class StatusResource {

  private final RunStatuses statuses;
  private final StatusFeed feed;
  private final Caller caller;

  StatusResource(RunStatuses statuses, StatusFeed feed, Caller caller) {
    this.statuses = statuses;
    this.feed = feed;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/status")
  @Operation(summary = "State, progress and estimated end of a set's newest run")
  public Uni<RunStatus> status(UUID id) {
    return statuses.of(List.of(id), owner()).map(StatusResource::only);
  }

  @GET
  @Path("/status")
  @Operation(summary = "The same for many sets at once; ids that are not the caller's are left out")
  public Uni<List<RunStatus>> statuses(
      @RestQuery @Separator(",") @NotEmpty @Size(max = 200) List<UUID> ids) {
    return statuses.of(ids, owner());
  }

  @GET
  @Path("/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(summary = "What is moving now, then every change, as server-sent events")
  public Multi<RunStatus> events() {
    return feed.statuses(owner());
  }

  private @Nullable String owner() {
    return caller.isOperator() ? null : caller.subject();
  }

  private static RunStatus only(List<RunStatus> found) {
    if (found.isEmpty()) {
      throw UnknownSet.problem();
    }
    return found.get(0);
  }
}
