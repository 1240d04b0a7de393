package io.daybreak.orders.pastmail;

import io.daybreak.kit.access.Roles;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Mails for past orders: a plan to look at, and its confirmation. */
@Path("/api/shops/{shop}/past-mails")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class PastMailResource {

  /**
   * @param plan as the plan gave it
   */
  public record Confirmation(@NotBlank @Size(max = 2_000) String plan) {}

  private final PastMails mails;
  private final ShopAccess access;

  PastMailResource(PastMails mails, ShopAccess access) {
    this.mails = mails;
    this.access = access;
  }

  /** Counts and dates; changes nothing. */
  @POST
  @Path("/plan")
  public Uni<PastMailPlan> plan(String shop, @NotNull @Valid PastMailPlan.Wish wish) {
    return access.require(shop).chain(id -> mails.plan(id, wish));
  }

  /** Plans exactly what the plan showed; 409 if that does not hold any more. */
  @POST
  public Uni<PastMailPlan> confirm(String shop, @NotNull @Valid Confirmation confirmation) {
    return access.require(shop).chain(id -> mails.confirm(id, confirmation.plan()));
  }
}
