package io.daybreak.orders.shop;

/** A shop's permanent domain: its name at Shopify and here. */
public final class ShopDomain {

  public static final String PATTERN = "[a-z0-9][a-z0-9-]{0,60}\\.myshopify\\.com";
  static final String MESSAGE = "is the shop's permanent domain, such as demo.myshopify.com";

  private ShopDomain() {}
}
