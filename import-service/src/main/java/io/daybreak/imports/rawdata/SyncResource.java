package io.daybreak.imports.rawdata;

import io.daybreak.imports.status.RunStatus;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the dead-letter handler calls. */
@Path("/api/raw-data/{id}/sync")
@Tag(name = "Raw data")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
class SyncResource {

  private final RawDataSync sync;

  SyncResource(RawDataSync sync) {
    this.sync = sync;
  }

  @POST
  @Operation(
      summary = "Bring a set to a true state after a message about it died",
      description =
          "Ends the run given by runId if it is live and starts its set again, once; ends any run"
              + " whose worker or writer is gone. A second call changes nothing.")
  public Uni<RunStatus> sync(UUID id, @RestQuery @Nullable UUID runId) {
    return sync.sync(id, runId);
  }
}
