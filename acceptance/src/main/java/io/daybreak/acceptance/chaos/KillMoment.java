package io.daybreak.acceptance.chaos;

import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.orders.OrderShop;
import java.sql.SQLException;
import java.util.Locale;

/** What order-service is in the middle of when a replica dies. */
enum KillMoment {
  RECEIVING,
  APPLYING,
  CLAIMING,
  SENDING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this goes on right now, somewhere. */
  boolean isNow(OrderShop shop, OrderDatabase database) throws SQLException {
    return switch (this) {
      case RECEIVING -> shop.shopify().webhooks().deliveries().underWay() > 0;
      case APPLYING -> database.deliveriesWaiting(shop.domain()) > 0;
      case CLAIMING -> database.mailsIn("DUE", shop.domain()) > 0;
      case SENDING -> database.mailsIn("SENDING", shop.domain()) > 0;
    };
  }
}
