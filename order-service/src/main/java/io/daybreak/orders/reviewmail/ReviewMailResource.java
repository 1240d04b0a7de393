package io.daybreak.orders.reviewmail;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.request.GivenParameters;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The history of review mails, and what a person can do about one. */
@Path("/api/review-mails")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class ReviewMailResource {

  private final MailHistory history;
  private final MailDecisions decisions;

  ReviewMailResource(MailHistory history, MailDecisions decisions) {
    this.history = history;
    this.decisions = decisions;
  }

  @GET
  public Uni<Listing<ReviewMailView>> list(
      @BeanParam @Valid HistoryFilter filter, @BeanParam @Valid PageRequest page) {
    return history.list(filter, page);
  }

  @GET
  @Path("/{id}")
  public Uni<ReviewMailView> get(UUID id) {
    return history.get(id);
  }

  /** 202: the mail is due; 409 with {@code sentAt} if it was sent, or if it is on its way. */
  @POST
  @Path("/{id}/send-now")
  public Uni<Response> sendNow(
      UUID id,
      @QueryParam("confirm") @DefaultValue("false") boolean confirm,
      @Context UriInfo address) {
    GivenParameters.only(address, "confirm");
    return decisions.sendNow(id, confirm).map(mail -> Response.accepted(mail).build());
  }

  @POST
  @Path("/{id}/cancel")
  public Uni<ReviewMailView> cancel(UUID id) {
    return decisions.cancel(id);
  }

  /** What the dead-letter handler calls for a mail whose message died. */
  @PUT
  @Path("/{id}/sync")
  @RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
  public Uni<ReviewMailView> sync(UUID id) {
    return decisions.sync(id);
  }
}
