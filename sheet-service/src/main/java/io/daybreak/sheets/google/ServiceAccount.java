package io.daybreak.sheets.google;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

/** Who the product is at Google. Read at start, so that a missing key file stops the start. */
@Startup
@ApplicationScoped
class ServiceAccount {

  private final ServiceAccountCredentials credentials;

  ServiceAccount(GoogleSettings settings, SingleAttemptTransport transport) {
    HttpTransport once = transport.within(settings.readTimeout());
    try (InputStream file = Files.newInputStream(settings.credentialsFile())) {
      this.credentials =
          ServiceAccountCredentials.fromStream(file, () -> once).toBuilder()
              .setScopes(List.of(SheetsScopes.SPREADSHEETS))
              .setDefaultRetriesEnabled(false)
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "daybreak.google.credentials-file has to name the key file of a service account", e);
    }
  }

  /** The address that spreadsheets have to be shared with. */
  String email() {
    return credentials.getClientEmail();
  }

  /** The project whose quota the calls use. */
  String project() {
    return Objects.requireNonNullElse(credentials.getProjectId(), "unknown");
  }

  /**
   * A token that is still valid; fetched when it is not, in one attempt. A call that needs it has
   * not been sent then.
   */
  String accessToken() {
    try {
      credentials.refreshIfExpired();
      return credentials.getAccessToken().getTokenValue();
    } catch (IOException e) {
      throw failure(e).toException(e);
    }
  }

  private GoogleFailure failure(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException response && response.getStatusCode() < 500) {
        return new GoogleFailure.CredentialsRefused(email());
      }
    }
    return new GoogleFailure.Unavailable("its token endpoint gave no token", false);
  }
}
