package io.daybreak.sheets.google;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.oauth2.GoogleCredentials;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Who the product is at Google. Read at start, so that missing credentials stop the start. */
@Startup
@ApplicationScoped
class ServiceAccount {

  private final GoogleCredentials credentials;
  private final String email;
  private final String project;

  ServiceAccount(GoogleSettings settings, SingleAttemptTransport transport) {
    GoogleIdentity identity =
        GoogleIdentity.of(settings, () -> transport.within(settings.readTimeout()));
    this.credentials = identity.credentials();
    this.email = identity.email();
    this.project = identity.project();
  }

  /** The address that spreadsheets have to be shared with. */
  String email() {
    return email;
  }

  /** The project whose quota the calls use. */
  String project() {
    return project;
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
    return new GoogleFailure.Unavailable("its token endpoint gave no token", false, false);
  }
}
