package io.daybreak.orders.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's request to serve a shop.
 *
 * @param domain the permanent one, in lower case; only Shopify's own domains, since orders are
 *     fetched from there
 * @param webhookSecret the app's client secret, with which Shopify signs deliveries
 * @param apiToken Admin API token; without it orders come by webhook and CSV only
 */
record NewShop(
    @NotNull @Pattern(regexp = ShopDomain.PATTERN, message = ShopDomain.MESSAGE) String domain,
    @NotBlank @Size(max = 500) String webhookSecret,
    @Nullable @Size(min = 1, max = 500) String apiToken,
    @NotNull @Valid ShopSettings settings) {

  @Override
  public String toString() {
    return "NewShop[" + domain + "]";
  }
}
