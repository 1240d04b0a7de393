package io.daybreak.orders.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
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
 * @param apiToken everlasting Admin API token of an app that was made in the shop's admin before
 *     2026; without it and without an app orders come by webhook and CSV only
 * @param clientId of an app that the shop's organisation has made in the Dev Dashboard; tokens are
 *     then fetched with it and the client secret
 */
record NewShop(
    @NotNull @Pattern(regexp = ShopDomain.PATTERN, message = ShopDomain.MESSAGE) String domain,
    @NotBlank @Size(max = 500) String webhookSecret,
    @Nullable @Size(min = 1, max = 500) String apiToken,
    @Nullable @Pattern(regexp = AppCredentials.PATTERN) String clientId,
    @NotNull @Valid ShopSettings settings) {

  /** A shop reads its orders in one way. */
  @AssertTrue(message = "Give either a client id or an API token")
  boolean isClientIdInsteadOfToken() {
    return clientId == null || apiToken == null;
  }

  /** Null without one. */
  @Nullable AppCredentials app() {
    return clientId == null ? null : new AppCredentials(clientId, webhookSecret);
  }

  @Override
  public String toString() {
    return "NewShop[" + domain + "]";
  }
}
