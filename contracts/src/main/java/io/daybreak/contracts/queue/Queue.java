package io.daybreak.contracts.queue;

import java.time.Duration;
import java.util.Locale;

/**
 * Every queue of the product. Each has a dead-letter queue of the same kind and a {@code
 * maxReceiveCount} of {@value #MAX_RECEIVE_COUNT}: what was received once and not deleted is never
 * delivered again.
 */
public enum Queue {
  /** Commands of import-service to sheet-service; group: spreadsheet id. */
  SHEET_COMMANDS(true, Duration.ofSeconds(60)),
  /** What sheet-service tells import-service; group: run id. */
  SHEET_EVENTS(true, Duration.ofSeconds(30)),
  /** Shopify's webhook deliveries; group: shop and order. */
  SHOPIFY_EVENTS(true, Duration.ofSeconds(30)),
  /** Review mails that are due; any consumer may send any of them. */
  REVIEW_MAILS(false, Duration.ofSeconds(60)),
  /** CSV files dropped into Slack. */
  CSV_UPLOADS(false, Duration.ofSeconds(60));

  /** One delivery, then the dead-letter queue: no queue repeats work. */
  public static final int MAX_RECEIVE_COUNT = 1;

  /**
   * How long SQS keeps a message that nobody takes: 4 days; dead letters are kept for SQS's maximum
   * of 14 days.
   */
  public static final Duration RETENTION = Duration.ofDays(4);

  public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(14);

  private final boolean fifo;
  private final Duration visibilityTimeout;

  Queue(boolean fifo, Duration visibilityTimeout) {
    this.fifo = fifo;
    this.visibilityTimeout = visibilityTimeout;
  }

  /** The queue's name at SQS, ending in {@code .fifo} for a FIFO queue. */
  public String queueName() {
    return baseName() + suffix();
  }

  /** The name of its dead-letter queue at SQS. */
  public String deadLetterName() {
    return baseName() + "-dead-letters" + suffix();
  }

  public boolean fifo() {
    return fifo;
  }

  /**
   * How long a received message stays hidden before it counts as not handled. Consumers renew it
   * while they work, so this is the time after which the message of a killed consumer becomes a
   * dead letter.
   */
  public Duration visibilityTimeout() {
    return visibilityTimeout;
  }

  private String baseName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String suffix() {
    return fifo ? ".fifo" : "";
  }
}
