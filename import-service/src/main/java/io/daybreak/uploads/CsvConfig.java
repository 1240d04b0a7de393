package io.daybreak.uploads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How uploads are worked on, and where tables are configured. */
@ConfigMapping(prefix = "daybreak.csv")
public interface CsvConfig {

  /** Bucket with the tables' configurations. */
  @WithDefault("daybreak-code")
  String configurationBucket();

  /** What the names of the configurations begin with: {@code tables/sales.json}. */
  @WithDefault("tables/")
  String configurationPrefix();

  /** Region of S3 and Glue. */
  @WithDefault("ap-northeast-2")
  String awsRegion();

  /** Where Glue is, if not where AWS has it. */
  Optional<URI> glueEndpoint();

  /** Keys for Glue, if not those that AWS' default chain finds; both or neither. */
  Optional<String> glueAccessKey();

  /** The secret of {@link #glueAccessKey()}. */
  Optional<String> glueSecretKey();

  /** How long an upload counts as held after its holder's last sign of life. */
  @WithDefault("30s")
  Duration lease();

  /** Upload RECEIVED for so long and not taken: another message is sent about it. */
  @WithDefault("10m")
  Duration untakenLimit();

  /** How long a claim of the message to Slack counts. */
  @WithDefault("60s")
  Duration noticeLease();

  /** How long an upload waits while another one writes the same target. */
  @WithDefault("15m")
  Duration targetWait();

  /** How long a job start of unknown outcome is looked up. */
  @WithDefault("5m")
  Duration unclearLimit();

  /** Pause between two look-ups of it. */
  @WithDefault("10s")
  Duration unclearPause();

  /** Bytes of one part of a multipart upload, held in memory; S3 takes at least 5 MiB. */
  @WithDefault("5242880")
  int partBytes();

  /** Longest record of a file, characters. */
  @WithDefault("1000000")
  int longestRecord();

  /** Wrong rows that are kept with the upload and told; the others are counted. */
  @WithDefault("500")
  int badRowsKept();

  /** Wrong rows that the message itself lists; more become an attached CSV. */
  @WithDefault("5")
  int badRowsListed();

  /** How long Slack's event ids are remembered. */
  @WithDefault("7d")
  Duration eventsRemembered();

  /**
   * How long uploads are kept that were refused or failed. Those that loaded their file stay, so
   * that it is not loaded again however often it is shared.
   */
  @WithDefault("P450D")
  Duration keptFor();
}
