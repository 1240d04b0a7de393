package io.daybreak.orders.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are handed to the SMTP server; the server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "daybreak.smtp")
public interface SmtpConfig {

  /**
   * Longest time from opening the connection to the server's word on the mail. Below the 60 s of
   * {@link SmtpGateway#send} and the lease of a mail in SENDING.
   */
  @WithDefault("PT30S")
  Duration timeout();

  /**
   * Time after which a mail that the server would not take for now is offered again; twice as much
   * after each further refusal.
   */
  @WithDefault("PT10S")
  Duration refusalPause();

  /** Longest time between two offers of a mail, or between two tries while the queue is held. */
  @WithDefault("PT1H")
  Duration longestRefusalPause();

  /** How often the server may refuse one mail for now before it counts as failed. */
  @WithDefault("12")
  int refusalsPerMail();

  /** How long a mail waits for a server that refuses everybody before it counts as failed. */
  @WithDefault("P3D")
  Duration longestHold();

  /** Mails a second, over all replicas. */
  @WithDefault("10")
  double mailsPerSecond();
}
