package io.daybreak.imports.apikey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A NAVER API key as its user copies it from NAVER's settings page.
 *
 * @param adAccounts accounts that the key reaches; more can be added later
 */
public record NewApiKey(
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Size(max = 300) String accessLicense,
    @NotBlank @Size(max = 300) String secretKey,
    @Nullable @Size(max = 500) List<@NotNull @Valid NewAdAccount> adAccounts) {

  public NewApiKey {
    adAccounts = adAccounts == null ? List.of() : adAccounts;
  }

  @Override
  public String toString() {
    return "NewApiKey[hidden]";
  }
}
