package io.daybreak.orders.shopify;

/** Shopify does not know the token (401): nothing was executed. */
final class TokenRefused extends ShopifyFailure {

  TokenRefused() {
    super(Kind.NOT_ALLOWED, "Shopify answered 401");
  }
}
