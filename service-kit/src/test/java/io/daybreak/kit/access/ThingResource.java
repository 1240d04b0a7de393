package io.daybreak.kit.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Something that organisations have, for {@link OrganisationTest}: it is where it is asked for. */
@Path("/things")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
public class ThingResource {

  private final Caller caller;

  ThingResource(Caller caller) {
    this.caller = caller;
  }

  @GET
  @Path("/home")
  public String home() {
    return caller.memberships().get(0).id().toString();
  }

  @GET
  @Path("/{organisation}")
  public boolean sees(UUID organisation) {
    return caller.scope().contains(organisation);
  }

  @POST
  @Path("/{organisation}")
  public void change(UUID organisation) {
    caller.requireScope(organisation);
  }

  @POST
  public String make() {
    return caller.organisation().toString();
  }
}
