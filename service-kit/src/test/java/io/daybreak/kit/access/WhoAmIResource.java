package io.daybreak.kit.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Endpoints of every kind of protection, for {@link AccessTest}. */
@Path("/access")
public class WhoAmIResource {

  private final Caller caller;

  WhoAmIResource(Caller caller) {
    this.caller = caller;
  }

  @GET
  @Path("/marketers")
  @RolesAllowed(Roles.MARKETER)
  public String marketers() {
    return caller.subject() + (caller.isOperator() ? " operates" : " does not operate");
  }

  @GET
  @Path("/everybody")
  @PermitAll
  public String everybody() {
    return "welcome";
  }

  /** Takes a body, so that the request is not answered before all of it came. */
  @POST
  @Path("/everybody")
  @PermitAll
  public int everybodysBody(byte[] body) {
    return body.length;
  }

  @GET
  @Path("/forgotten")
  public String forgotten() {
    return "nobody thought about who may see this";
  }
}
