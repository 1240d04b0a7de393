package io.daybreak.kit.request;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Requests that decide about something. */
@Path("/decisions")
@PermitAll
public class DecidingResource {

  /** What may be chosen. */
  public enum Choice {
    SEND,
    DROP
  }

  /** Parameters in a bean, as lists have them. */
  public record Filter(
      @QueryParam("from") @Nullable OffsetDateTime from,
      @QueryParam("choice") @Nullable Choice choice,
      @QueryParam("number") @Nullable Long number) {}

  /** A body. */
  public record Decision(int days, boolean sure, @Nullable String note, @Nullable Choice choice) {}

  @GET
  public String find(@BeanParam @Valid Filter filter) {
    return String.valueOf(filter);
  }

  @POST
  @Path("/dry")
  public String dry(
      @QueryParam("dryRun") @DefaultValue("true") boolean dryRun, @Context UriInfo address) {
    GivenParameters.only(address, "dryRun");
    return "dry " + dryRun;
  }

  @POST
  @Path("/body")
  public String body(@Nullable Decision decision) {
    return decision == null ? "nothing" : decision.days() + " " + decision.sure();
  }
}
