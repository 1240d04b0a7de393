package io.daybreak.orders.webhook;

import java.util.List;

/**
 * What it takes to check a shop's deliveries.
 *
 * @param secrets the current webhook secret and, during a rotation, the previous one
 * @param installed whether the shop still uses the app
 */
record SigningShop(long id, String domain, List<String> secrets, boolean installed) {

  @Override
  public String toString() {
    return "SigningShop[" + domain + "]";
  }
}
