package io.daybreak.orders.shop;

import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** The products, orders and customers that a shop leaves out of its review mails. */
@Path("/api/shops/{shop}/exclusions")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class ExclusionResource {

  private final Exclusions exclusions;
  private final ShopAccess access;

  ExclusionResource(Exclusions exclusions, ShopAccess access) {
    this.exclusions = exclusions;
    this.access = access;
  }

  @GET
  public Uni<Exclusions.Lists> get(String shop) {
    return access.require(shop).chain(exclusions::get);
  }

  /** Replaces all lists. Mails that wait are judged by the new ones before they go out. */
  @PUT
  public Uni<Exclusions.Lists> put(String shop, @NotNull @Valid Exclusions.Lists lists) {
    return access.require(shop).chain(id -> exclusions.put(id, lists));
  }
}
