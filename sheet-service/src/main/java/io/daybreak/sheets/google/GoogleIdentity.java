package io.daybreak.sheets.google;

import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials an organisation has: a service account's key file, a configuration of workload
 * identity federation ({@code external_account}), one of impersonation ({@code
 * impersonated_service_account}), or Google's Application Default Credentials; and the address that
 * spreadsheets are shared with.
 *
 * @param email of the service account that the calls are made as
 * @param project whose quota the calls use; "unknown" where the credentials do not tell
 * @see <a href="https://cloud.google.com/docs/authentication/application-default-credentials">How
 *     Application Default Credentials work</a>
 */
record GoogleIdentity(GoogleCredentials credentials, String email, String project) {

  private static final List<String> SCOPES = List.of(SheetsScopes.SPREADSHEETS);

  /** What Google's client itself asks of credentials that it impersonates others with. */
  private static final List<String> SOURCE_SCOPES =
      List.of("https://www.googleapis.com/auth/cloud-platform");

  private static final int LIFETIME_SECONDS = 3600;

  /**
   * Reads the credentials that the settings name.
   *
   * @throws IllegalStateException if nothing tells the service account's address
   * @throws UncheckedIOException if the credentials are missing or cannot be read
   */
  static GoogleIdentity of(GoogleSettings settings, HttpTransportFactory transport) {
    GoogleCredentials found = read(settings.credentialsFile(), transport);
    GoogleCredentials used =
        settings
            .impersonate()
            .map(account -> impersonated(found, account, transport))
            .orElseGet(() -> found.createScoped(SCOPES));
    String email =
        settings
            .accountEmail()
            .or(() -> Optional.ofNullable(emailOf(used)))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "daybreak.google.account-email has to name the service account's address:"
                            + " credentials of the kind %s do not tell it"
                                .formatted(used.getClass().getSimpleName())));
    return new GoogleIdentity(used, email, projectOf(found));
  }

  private static GoogleCredentials read(Optional<Path> file, HttpTransportFactory transport) {
    try {
      if (file.isEmpty()) {
        return onceOnly(GoogleCredentials.getApplicationDefault(transport));
      }
      try (InputStream content = Files.newInputStream(file.get())) {
        return onceOnly(GoogleCredentials.fromStream(content, transport));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          file.isPresent()
              ? "daybreak.google.credentials-file has to name credentials of Google's: a service account's key, or a configuration of workload identity federation or impersonation"
              : "Set daybreak.google.credentials-file, or provide Application Default Credentials",
          e);
    }
  }

  /** Google's client would ask for a token again by itself. */
  private static GoogleCredentials onceOnly(GoogleCredentials credentials) {
    return credentials instanceof ServiceAccountCredentials account
        ? account.toBuilder().setDefaultRetriesEnabled(false).build()
        : credentials;
  }

  private static GoogleCredentials impersonated(
      GoogleCredentials source, String account, HttpTransportFactory transport) {
    return ImpersonatedCredentials.newBuilder()
        .setSourceCredentials(source.createScoped(SOURCE_SCOPES))
        .setTargetPrincipal(account)
        .setScopes(SCOPES)
        .setLifetime(LIFETIME_SECONDS)
        .setHttpTransportFactory(transport)
        .build();
  }

  private static @Nullable String emailOf(GoogleCredentials credentials) {
    if (credentials instanceof ServiceAccountCredentials account) {
      return account.getClientEmail();
    } else if (credentials instanceof ImpersonatedCredentials impersonated) {
      return impersonated.getAccount();
    } else if (credentials instanceof ExternalAccountCredentials external) {
      return external.getServiceAccountEmail();
    }
    return credentials instanceof ComputeEngineCredentials machine ? machine.getAccount() : null;
  }

  private static String projectOf(GoogleCredentials credentials) {
    String quotaProject = credentials.getQuotaProjectId();
    String project =
        credentials instanceof ServiceAccountCredentials account ? account.getProjectId() : null;
    return Objects.requireNonNullElse(quotaProject == null ? project : quotaProject, "unknown");
  }
}
