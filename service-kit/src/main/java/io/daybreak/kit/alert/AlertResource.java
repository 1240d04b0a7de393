package io.daybreak.kit.alert;

import io.daybreak.kit.access.OwnService;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is not as it should be in this service. */
@Path("/api/alerts/{service}")
@Tag(name = "Alerts")
@RolesAllowed(Roles.OPERATOR)
public class AlertResource {

  private final AlertTable alerts;
  private final OwnService own;

  AlertResource(AlertTable alerts, OwnService own) {
    this.alerts = alerts;
    this.own = own;
  }

  @GET
  @Operation(summary = "Alerts that fire, then those that are over, the newest first")
  public Uni<List<AlertView>> list(
      String service, @QueryParam("state") @Nullable AlertState state) {
    own.require(service);
    return alerts.views(state);
  }
}
