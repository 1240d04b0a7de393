package io.daybreak.simulators.shopify.shop;

import java.time.ZoneId;

/**
 * Who a shop is and how it is spoken with.
 *
 * @param domain permanent, such as {@code demo.myshopify.com}
 * @param accessToken what the app presents to the Admin API
 * @param webhookSecret what deliveries are signed with
 * @param zone of the moments in payloads
 * @param pointsPerSecond what the Admin API restores: 100 on the standard plan, 1,000 on Plus
 */
public record ShopOptions(
    String domain, String accessToken, String webhookSecret, ZoneId zone, int pointsPerSecond) {

  private static final int STANDARD = 100;
  private static final int PLUS = 1_000;

  /** A shop in Seoul with credentials that follow from its name. */
  public static ShopOptions named(String name) {
    return new ShopOptions(
        name + ".myshopify.com",
        "shpat_local_" + name,
        "whsec_local_" + name,
        ZoneId.of("Asia/Seoul"),
        STANDARD);
  }

  /** Id of the app that the shop's own organisation has made; its secret signs the deliveries. */
  public String clientId() {
    return "client_local_" + domain.replace(".myshopify.com", "");
  }

  /** The same shop on the plan for large ones. */
  public ShopOptions onPlus() {
    return new ShopOptions(domain, accessToken, webhookSecret, zone, PLUS);
  }
}
