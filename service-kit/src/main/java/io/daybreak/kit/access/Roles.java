package io.daybreak.kit.access;

/** The groups a bearer token can name. */
public final class Roles {

  /** A person who imports performance data; sees what is theirs. */
  public static final String MARKETER = "marketer";

  /** A person who runs a shop. */
  public static final String MERCHANT = "merchant";

  /** A person who runs the product; sees everything. */
  public static final String OPERATOR = "operator";

  /** Another service, the morning batch, or the dead-letter handler. */
  public static final String SERVICE = "service";

  private Roles() {}
}
