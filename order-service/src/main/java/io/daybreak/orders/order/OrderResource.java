package io.daybreak.orders.order;

import io.daybreak.kit.access.Roles;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Orders, to look at: Shopify owns them, so nobody edits them here. */
@Path("/api/orders")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class OrderResource {

  private final Orders orders;

  OrderResource(Orders orders) {
    this.orders = orders;
  }

  @GET
  public Uni<Listing<OrderView>> list(
      @BeanParam @Valid OrderFilter filter, @BeanParam @Valid PageRequest page) {
    return orders.list(filter, page);
  }
}
