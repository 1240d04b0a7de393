package io.daybreak.orders.shopify;

import io.daybreak.kit.access.Roles;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.order.OrderFilter;
import io.daybreak.orders.order.OrderView;
import io.daybreak.orders.order.Orders;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Reads one order anew: for the dead-letter handler, and for a merchant in doubt. */
@Path("/api/orders/{shop}/{orderId}/sync")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR, Roles.SERVICE})
public class OrderSyncResource {

  private final OrderSync sync;
  private final Orders orders;
  private final ShopAccess access;

  OrderSyncResource(OrderSync sync, Orders orders, ShopAccess access) {
    this.sync = sync;
    this.orders = orders;
    this.access = access;
  }

  @PUT
  public Uni<OrderView> sync(String shop, long orderId) {
    return access
        .require(shop)
        .chain(shopId -> sync.sync(shopId, orderId))
        .onFailure(ShopifyFailure.class)
        .transform(failure -> SyncProblems.of((ShopifyFailure) failure))
        .chain(() -> orders.list(OrderFilter.only(shop, orderId), new PageRequest(0, 1)))
        .map(found -> found.items().get(0));
  }
}
