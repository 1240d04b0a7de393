package io.daybreak.orders.reviewmail;

import io.daybreak.kit.access.Roles;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** A shop's pause switch. */
@Path("/api/shops/{shop}")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class PauseResource {

  /**
   * @param backlog SEND or DROP for the mails that wait; absent asks first
   */
  public record Resume(Pause.@Nullable Backlog backlog) {}

  private final Pause pause;
  private final Backlogs backlogs;
  private final ShopAccess access;

  PauseResource(Pause pause, Backlogs backlogs, ShopAccess access) {
    this.pause = pause;
    this.backlogs = backlogs;
    this.access = access;
  }

  @POST
  @Path("/pause")
  public Uni<Pause.State> pause(String shop) {
    return access.require(shop).chain(pause::pause);
  }

  /** What would go out if the pause ended now, each mail with what the guards would say. */
  @GET
  @Path("/backlog")
  public Uni<Listing<Backlogs.WaitingMail>> backlog(
      String shop, @BeanParam @Valid PageRequest page) {
    return access.require(shop).chain(id -> backlogs.list(id, page));
  }

  /** 409 while mails wait and the request does not say what to do with them. */
  @POST
  @Path("/resume")
  public Uni<Pause.State> resume(String shop, @Nullable Resume resume) {
    Pause.Backlog backlog = resume == null ? null : resume.backlog();
    return access.require(shop).chain(id -> pause.resume(id, backlog));
  }
}
