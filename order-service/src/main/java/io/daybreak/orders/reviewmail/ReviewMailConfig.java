package io.daybreak.orders.reviewmail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * The pace of review mails. How often due mails are looked for is {@code due-every}, a schedule.
 */
@ConfigMapping(prefix = "daybreak.review-mails")
public interface ReviewMailConfig {

  /** How often due mails are looked for; read by the schedule. */
  @WithDefault("1s")
  String dueEvery();

  /** How often mails whose sender was lost are looked for; read by the schedule. */
  @WithDefault("10s")
  String sweepEvery();

  /** Most mails that one step makes due. */
  @WithDefault("200")
  int dueBatch();

  /** How long a mail may be in SENDING before its sender counts as lost; above the SMTP timeout. */
  @WithDefault("PT2M")
  Duration sendingLease();

  /**
   * How long a mail may be DUE before its message counts as lost and is sent again. That repeats no
   * mail: the claim decides who sends it. It should exceed the time a full queue needs.
   */
  @WithDefault("PT15M")
  Duration dueSilence();
}
