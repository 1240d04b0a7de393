package io.daybreak.orders.order;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a client asks for; what is absent does not limit.
 *
 * @param order Shopify's id
 * @param name as people call it, such as {@code #1001}
 * @param financialStatus Shopify's word, in lower case
 * @param fulfilmentStatus Shopify's word, in lower case
 * @param from ordered at or after
 * @param to ordered before
 * @param text part of the order's or the customer's name, a whole e-mail address, or Shopify's id
 */
public record OrderFilter(
    @QueryParam("shop") @Nullable String shop,
    @QueryParam("order") @Nullable Long order,
    @QueryParam("name") @Nullable String name,
    @QueryParam("email") @Nullable String email,
    @QueryParam("financialStatus") @Nullable String financialStatus,
    @QueryParam("fulfilmentStatus") @Nullable String fulfilmentStatus,
    @QueryParam("from") @Nullable OffsetDateTime from,
    @QueryParam("to") @Nullable OffsetDateTime to,
    @QueryParam("q") @Nullable @Size(max = 200) String text) {

  public static OrderFilter only(String shop, long order) {
    return new OrderFilter(shop, order, null, null, null, null, null, null, null);
  }
}
