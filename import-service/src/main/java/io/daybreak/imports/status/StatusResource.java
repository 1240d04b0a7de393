package io.daybreak.imports.status;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Presence;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The state of imports over HTTP: asked for every few seconds, or followed live. */
@Path("/api/raw-data")
@Tag(name = "Status")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class StatusResource {

  private final RunStatuses statuses;
  private final StatusFeed feed;
  private final StatusConfig config;
  private final Caller caller;

  StatusResource(RunStatuses statuses, StatusFeed feed, StatusConfig config, Caller caller) {
    this.statuses = statuses;
    this.feed = feed;
    this.config = config;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/status")
  @Operation(summary = "State, progress and estimated end of a set's newest run")
  public Uni<RunStatus> status(UUID id) {
    return statuses.of(caller.scope(), List.of(id)).map(StatusResource::only);
  }

  @GET
  @Path("/status")
  @Operation(summary = "The same for many sets at once; ids that are not the caller's are left out")
  public Uni<List<RunStatus>> statuses(
      @RestQuery @Separator(",") @NotEmpty @Size(max = 200) List<UUID> ids) {
    return statuses.of(caller.scope(), ids);
  }

  @GET
  @Path("/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @APIResponseSchema(RunStatus.class)
  @Operation(summary = "What is moving now, then every change, until the token ends")
  public Multi<OutboundSseEvent> events(@Context Sse sse) {
    Presence listener = caller.presence();
    Multi<Optional<OutboundSseEvent>> changes =
        feed.statuses(caller.scope()).map(status -> Optional.of(event(sse, status)));
    return Multi.createBy()
        .merging()
        .streams(signsOfLife(sse, listener), changes)
        .select()
        .first(Optional::isPresent)
        .map(Optional::get)
        .select()
        .first(listener.left());
  }

  /**
   * At once and then regularly, so that no proxy takes a quiet connection for a dead one. Nothing,
   * and so the end, where the listener has lost or got an organisation.
   */
  private Multi<Optional<OutboundSseEvent>> signsOfLife(Sse sse, Presence listener) {
    return Multi.createFrom()
        .ticks()
        .every(config.signOfLife())
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> listener.unchanged())
        .map(
            unchanged ->
                unchanged
                    ? Optional.of(sse.newEventBuilder().comment("alive").build())
                    : Optional.empty());
  }

  private static OutboundSseEvent event(Sse sse, RunStatus status) {
    return sse.newEventBuilder()
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(RunStatus.class, status)
        .build();
  }

  private static RunStatus only(List<RunStatus> found) {
    if (found.isEmpty()) {
      throw UnknownSet.problem();
    }
    return found.get(0);
  }
}
