package io.daybreak.orders.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel.
 *
 * @param status Shopify's word, in lower case: {@code success}, {@code cancelled}, …
 * @param deliveredAt when it was first known to have reached the customer
 */
public record Fulfilment(
    long shopifyId,
    @Nullable String status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deliveredAt) {

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
