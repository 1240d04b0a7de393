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

  /**
   * For how long the mail server's rate has work with the mails that are due at once; the others
   * wait where the shops take turns. It is how long a fresh mail waits behind another shop's
   * backlog.
   */
  @WithDefault("PT5S")
  Duration dueAhead();

  /**
   * For how long after its time of day to send at a shop's overdue mails may go out; then they wait
   * for the next day's. At most a day.
   */
  @WithDefault("PT10H")
  Duration sendWindow();

  /** How long a mail counts as claimed after its sender's last sign of life. */
  @WithDefault("PT2M")
  Duration sendingLease();

  /**
   * How long a mail is DUE at least before its message may count as lost, where SQS has fewer
   * messages than mails are due. That repeats no mail: the claim decides who sends it.
   */
  @WithDefault("PT15M")
  Duration dueSilence();
}
