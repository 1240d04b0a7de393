package io.daybreak.simulators.shopify.shop;

/** No token, and OAuth's code of why (RFC 6749, 5.2; Shopify has codes of its own). */
public final class GrantRefusedException extends RuntimeException {

  private final String code;

  public GrantRefusedException(String code, String description) {
    super(description);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
