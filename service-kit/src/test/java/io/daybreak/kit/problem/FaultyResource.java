package io.daybreak.kit.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Fails in every way that {@link ProblemsTest} looks at. */
@Path("/faults")
@PermitAll
public class FaultyResource {

  private static final ProblemType SOLD_OUT = new ProblemType("sold-out", 409, "No more are left");

  /** A body with constraints. */
  public record Order(@NotBlank String name, int count, List<Line> lines, Colour colour) {}

  /** Something nested. */
  public record Line(UUID id) {}

  /** A choice. */
  public enum Colour {
    RED,
    BLUE
  }

  @POST
  @Path("/orders")
  @Consumes(MediaType.APPLICATION_JSON)
  public String order(@Valid Order order) {
    return order.name();
  }

  @GET
  @Path("/pages")
  public String page(@QueryParam("size") @Max(100) int size) {
    return "page of " + size;
  }

  @GET
  @Path("/ids/{id}")
  public String id(@PathParam("id") UUID id) {
    return id.toString();
  }

  @GET
  @Path("/members")
  @RolesAllowed("member")
  public String members() {
    return "members";
  }

  @GET
  @Path("/own")
  public String own() {
    throw Problems.with(SOLD_OUT, "Order again tomorrow.").with("left", 0).build();
  }

  @GET
  @Path("/bug")
  public String bug() {
    throw new IllegalStateException("secret-of-the-server");
  }

  @GET
  @Path("/stale")
  public String stale() {
    throw new IllegalStateException(new OptimisticLockException("io.daybreak.Entity#7"));
  }

  @GET
  @Path("/conflict")
  public String conflict() {
    throw new ClientErrorException("io.daybreak.Internals", 409);
  }
}
