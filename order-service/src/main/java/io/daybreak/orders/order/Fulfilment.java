package io.daybreak.orders.order;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parcel.
 *
 * @param status Shopify's word, in lower case: {@code success}, {@code cancelled}, …
 * @param deliveredAt when it was first known to have reached the customer
 * @param carrierTold whether a carrier reports where it is
 * @param lines pieces by the line's id; null where the source does not say what is in it
 */
public record Fulfilment(
    long shopifyId,
    @Nullable String status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deliveredAt,
    boolean carrierTold,
    @Nullable Map<Long, Integer> lines) {

  /** Words of webhooks and of the Admin API, in lower case. */
  private static final Set<String> ARRIVED = Set.of("delivered", "picked_up");

  private static final Set<String> UNDER_WAY =
      Set.of(
          "carrier_picked_up",
          "in_transit",
          "out_for_delivery",
          "attempted_delivery",
          "delayed",
          "failure",
          "not_delivered");

  /** Whether a shipment's status, in lower case, says that the customer has the parcel. */
  public static boolean arrived(@Nullable String shipment) {
    return shipment != null && ARRIVED.contains(shipment);
  }

  /** Whether a shipment's status, in lower case, is a carrier's word. */
  public static boolean told(@Nullable String shipment) {
    return shipment != null && (UNDER_WAY.contains(shipment) || ARRIVED.contains(shipment));
  }

  /** Decides between two versions of one second, as {@link OrderSnapshot#versionRank} does. */
  int versionRank() {
    if ("cancelled".equals(status)) {
      return 3;
    }
    if (deliveredAt != null) {
      return 2;
    }
    return "success".equals(status) ? 1 : 0;
  }
}
