package io.daybreak.simulators.shopify.order;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param quantity pieces ordered
 * @param currentQuantity pieces that were not refunded or removed
 * @param fulfillableQuantity pieces still to be sent
 */
public record LineItem(
    long id,
    long productId,
    long variantId,
    String title,
    String sku,
    int quantity,
    int currentQuantity,
    int fulfillableQuantity,
    BigDecimal price) {

  LineItem sent() {
    return new LineItem(id, productId, variantId, title, sku, quantity, currentQuantity, 0, price);
  }

  LineItem refunded(int pieces) {
    int left = Math.max(0, currentQuantity - pieces);
    return new LineItem(
        id,
        productId,
        variantId,
        title,
        sku,
        quantity,
        left,
        Math.min(fulfillableQuantity, left),
        price);
  }
}
