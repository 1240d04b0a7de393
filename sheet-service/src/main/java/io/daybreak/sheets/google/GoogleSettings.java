package io.daybreak.sheets.google;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How to reach Google, and how often. */
@ConfigMapping(prefix = "daybreak.google")
public interface GoogleSettings {

  /** Root of the Sheets API. */
  @WithDefault("https://sheets.googleapis.com")
  URI baseUrl();

  /**
   * Google's credentials as JSON: a service account's key, whose {@code token_uri} may name a local
   * endpoint, or a configuration of workload identity federation or impersonation. Without it
   * Application Default Credentials are used.
   */
  Optional<Path> credentialsFile();

  /** E-mail of a service account that the credentials act as; without it they act as themselves. */
  Optional<String> impersonate();

  /**
   * E-mail that spreadsheets are shared with, for credentials that do not tell it: federated ones
   * without impersonation.
   */
  Optional<String> accountEmail();

  /** How long a connection may take to stand. */
  @WithDefault("10s")
  Duration connectTimeout();

  /** How long an answer may take; Google gives up on a request after 180 seconds itself. */
  @WithDefault("180s")
  Duration readTimeout();

  Quota quota();

  /**
   * Google's quotas. Reads and writes are counted separately, with the same numbers.
   *
   * @see <a href="https://developers.google.com/workspace/sheets/api/limits">Usage limits</a>
   */
  interface Quota {

    /** Calls in any minute for one user; a service account is one. */
    @WithDefault("60")
    int userPerMinute();

    /** How many of them may come at once after a pause. */
    @WithDefault("20")
    int userBurst();

    /** Calls in any minute for the project that the service account belongs to. */
    @WithDefault("300")
    int projectPerMinute();

    /** Of these, how many at once after a quiet time. */
    @WithDefault("100")
    int projectBurst();
  }
}
