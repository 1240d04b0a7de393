package io.daybreak.sheets.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.ImpersonatedCredentials;
import io.daybreak.sheets.fake.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of credentials that organisations have, and whom spreadsheets are shared with then. */
class GoogleIdentityTest {

  private static final String FEDERATED =
      """
      {"type": "external_account",
       "audience": "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x",
       "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
       "token_url": "https://sts.googleapis.com/v1/token",
       %s
       "credential_source": {"file": "/var/run/secrets/token"}}""";

  private static final String ACTING_AS =
      "\"service_account_impersonation_url\": \"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/sheets@agency.iam.gserviceaccount.com:generateAccessToken\",";

  @TempDir private Path directory;

  @Test
  void aKeyFileTellsItsAccountAndProject() {
    GoogleIdentity identity = identity(KeyFile.write(URI.create("http://127.0.0.1:1")), null, null);

    assertThat(identity.email()).isEqualTo(KeyFile.EMAIL);
    assertThat(identity.project()).isEqualTo("daybreak-test");
  }

  @Test
  void aKeyMayActAsAnotherAccount() {
    GoogleIdentity identity =
        identity(KeyFile.write(URI.create("http://127.0.0.1:1")), "sheets@agency.example", null);

    assertThat(identity.credentials()).isInstanceOf(ImpersonatedCredentials.class);
    assertThat(identity.email()).isEqualTo("sheets@agency.example");
  }

  @Test
  void aFederatedWorkloadThatActsAsAnAccountIsThatAccount() throws IOException {
    assertThat(identity(file(FEDERATED.formatted(ACTING_AS)), null, null).email())
        .isEqualTo("sheets@agency.iam.gserviceaccount.com");
  }

  @Test
  void aFederatedWorkloadByItselfHasToBeToldItsAddress() throws IOException {
    Path file = file(FEDERATED.formatted(""));

    assertThatThrownBy(() -> identity(file, null, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("daybreak.google.account-email");
    assertThat(identity(file, null, "sheets@agency.example").email())
        .isEqualTo("sheets@agency.example");
  }

  @Test
  void aConfigurationOfImpersonationTellsItsAccount() throws IOException {
    Path file =
        file(
            """
            {"type": "impersonated_service_account",
             "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/sheets@agency.iam.gserviceaccount.com:generateAccessToken",
             "source_credentials": {"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r"}}""");

    assertThat(identity(file, null, null).email())
        .isEqualTo("sheets@agency.iam.gserviceaccount.com");
  }

  @Test
  void whatIsNoCredentialsStopsTheStart() throws IOException {
    Path file = file("{}");

    assertThatThrownBy(() -> identity(file, null, null))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("daybreak.google.credentials-file");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "credentials", ".json"), content);
  }

  private static GoogleIdentity identity(Path file, String impersonate, String email) {
    return GoogleIdentity.of(
        new Settings(
            Optional.of(file), Optional.ofNullable(impersonate), Optional.ofNullable(email)),
        NetHttpTransport::new);
  }

  private record Settings(
      Optional<Path> credentialsFile, Optional<String> impersonate, Optional<String> accountEmail)
      implements GoogleSettings {

    @Override
    public URI baseUrl() {
      throw new AssertionError("nothing is called");
    }

    @Override
    public Duration connectTimeout() {
      throw new AssertionError("nothing is called");
    }

    @Override
    public Duration readTimeout() {
      throw new AssertionError("nothing is called");
    }

    @Override
    public Quota quota() {
      throw new AssertionError("nothing is called");
    }
  }
}
