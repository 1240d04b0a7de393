package io.daybreak.imports.rawdata;

import io.daybreak.imports.plan.Plan;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Days fetched again, over HTTP. */
@Path("/api/raw-data/{id}/backfill")
@Tag(name = "Raw data")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class BackfillResource {

  private final RawDataSets sets;
  private final Backfills backfills;

  BackfillResource(RawDataSets sets, Backfills backfills) {
    this.sets = sets;
    this.backfills = backfills;
  }

  @POST
  @ResponseStatus(202)
  @Operation(summary = "Fetch a range of days again; the other days stay as they are")
  public Uni<AcceptedRun> start(UUID id, @Valid @NotNull Backfill wanted) {
    return sets.one(id).chain(set -> backfills.start(set, wanted));
  }

  @POST
  @Path("/plan")
  @Operation(summary = "What that would cost; nothing is queued")
  public Uni<Plan> plan(UUID id, @Valid @NotNull Backfill wanted) {
    return sets.one(id).chain(set -> backfills.plan(set, wanted));
  }
}
