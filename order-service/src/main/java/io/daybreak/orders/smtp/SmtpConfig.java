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

  /** Mails a second, over all replicas. */
  @WithDefault("10")
  double mailsPerSecond();
}
