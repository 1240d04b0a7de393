package io.daybreak.orders.listing;

import org.jspecify.annotations.Nullable;

/** What a person typed to find something by. */
public final class SearchText {

  private SearchText() {}

  /** Without blanks around it; null where nothing is left, which limits nothing. */
  public static @Nullable String of(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
