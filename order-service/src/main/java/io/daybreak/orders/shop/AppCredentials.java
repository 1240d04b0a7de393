package io.daybreak.orders.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What Shopify's Dev Dashboard shows of an app.
 *
 * @param clientSecret deliveries are signed with it as well
 */
public record AppCredentials(
    @NotNull @Pattern(regexp = PATTERN) String clientId,
    @NotBlank @Size(max = 500) String clientSecret) {

  static final String PATTERN = "[A-Za-z0-9_-]{1,100}";

  @Override
  public String toString() {
    return "AppCredentials[" + clientId + "]";
  }
}
