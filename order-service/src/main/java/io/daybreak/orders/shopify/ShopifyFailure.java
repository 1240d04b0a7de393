package io.daybreak.orders.shopify;

import java.time.Duration;

/** Why Shopify did not answer a question. */
public class ShopifyFailure extends RuntimeException {

  /** What went wrong, by its kind. */
  public enum Kind {
    /** The shop gave no API token, or Shopify refuses it. */
    NOT_ALLOWED,
    /** Too many calls; nothing was executed. */
    THROTTLED,
    /** No answer, or one that is a server's fault. */
    UNAVAILABLE,
    /** An answer that is not what Shopify documents. */
    MALFORMED
  }

  private final Kind kind;
  private final Duration pause;

  ShopifyFailure(Kind kind, String message) {
    this(kind, message, Duration.ZERO);
  }

  private ShopifyFailure(Kind kind, String message, Duration pause) {
    super(message);
    this.kind = kind;
    this.pause = pause;
  }

  /**
   * @param pause after which Shopify would take the question, zero if it did not say
   */
  static ShopifyFailure throttled(String message, Duration pause) {
    return new ShopifyFailure(Kind.THROTTLED, message, pause);
  }

  public Kind kind() {
    return kind;
  }

  /** Time after which Shopify would take the question; zero if it did not say. */
  Duration pause() {
    return pause;
  }
}
