package io.daybreak.orders.unsubscribe;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.request.GivenParameters;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.listing.SearchText;
import io.daybreak.orders.shop.ShopAccess;
import io.daybreak.orders.smtp.Mailbox;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's suppression list: customers who unsubscribed, addresses that do not exist, and whom the
 * shop adds, as after a call or from the app it used before.
 */
@Path("/api/shops/{shop}/suppressions")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class SuppressionResource {

  /** One address. */
  public record NewSuppression(@NotNull @Mailbox String address) {}

  /** Many addresses; blank ones count as nothing. */
  public record NewSuppressions(
      @NotNull @Size(min = 1, max = 10_000) List<@NotNull @Size(max = 500) String> addresses) {}

  private final SuppressionList list;
  private final ShopAccess access;

  SuppressionResource(SuppressionList list, ShopAccess access) {
    this.list = list;
    this.access = access;
  }

  /**
   * @param address a whole one, to see whether it is on the list
   */
  @GET
  public Uni<Listing<SuppressionList.Entry>> list(
      String shop,
      @QueryParam("q") @Nullable @Size(max = 254) String address,
      @BeanParam @Valid PageRequest page) {
    return access.require(shop).chain(id -> list.list(id, SearchText.of(address), page));
  }

  @POST
  public Uni<SuppressionList.Import> add(String shop, @NotNull @Valid NewSuppression added) {
    return access
        .require(shop)
        .chain(id -> list.add(id, List.of(added.address()), SuppressionList.Origin.SHOP));
  }

  /** Adds all that are addresses, and tells which are not. */
  @POST
  @Path("/import")
  public Uni<SuppressionList.Import> add(String shop, @NotNull @Valid NewSuppressions added) {
    return access
        .require(shop)
        .chain(id -> list.add(id, added.addresses(), SuppressionList.Origin.IMPORT));
  }

  /**
   * @param id the entry's
   * @param confirm true to remove an address whose customer unsubscribed
   */
  @DELETE
  @Path("/{id}")
  public Uni<Void> remove(
      String shop,
      String id,
      @QueryParam("confirm") @DefaultValue("false") boolean confirm,
      @Context UriInfo address) {
    GivenParameters.only(address, "confirm");
    return access.require(shop).chain(shopId -> list.remove(shopId, id, confirm));
  }
}
