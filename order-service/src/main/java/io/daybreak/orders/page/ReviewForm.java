package io.daybreak.orders.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows. Anyone who knows the order's id can see it, so it names no customer.
 *
 * @param order what people call the order
 */
public record ReviewForm(
    String shop, boolean korean, String order, List<String> items, @Nullable String reviewLink) {}
