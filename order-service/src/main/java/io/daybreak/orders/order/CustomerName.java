package io.daybreak.orders.order;

import org.jspecify.annotations.Nullable;

/** How a mail addresses a customer. */
public final class CustomerName {

  private CustomerName() {}

  /**
   * A Korean name is said whole, family name first; others by the first name alone.
   *
   * @return null if Shopify knows no name to use
   */
  public static @Nullable String of(@Nullable String first, @Nullable String last) {
    if (first == null) {
      return null;
    }
    return last != null && korean(first) && korean(last) ? last + first : first;
  }

  private static boolean korean(String name) {
    return name.codePoints()
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
  }
}
