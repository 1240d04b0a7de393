package io.daybreak.orders.shopify;

/** Shopify grants an app no token. */
final class GrantRefused extends ShopifyFailure {

  /** The app and the shop are of two organisations. */
  static final String ELSEWHERE = "shop_not_permitted";

  private final String code;

  /**
   * @param code OAuth's, or the status where there is none
   */
  GrantRefused(String code) {
    super(Kind.NOT_ALLOWED, "Shopify grants the app no token: " + code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
