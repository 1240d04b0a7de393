package io.daybreak.imports.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An ad account to be reached with a key.
 *
 * @param customerId NAVER's number of the account
 */
public record NewAdAccount(
    @NotNull @Pattern(regexp = CUSTOMER_ID, message = "must be 1 to 18 digits") String customerId,
    @NotBlank @Size(max = 100) String name) {

  static final String CUSTOMER_ID = "[0-9]{1,18}";
}
