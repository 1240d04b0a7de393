package io.daybreak.orders.shopify;

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

  ShopifyFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
