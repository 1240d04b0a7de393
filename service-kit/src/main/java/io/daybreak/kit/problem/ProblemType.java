package io.daybreak.kit.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A known error of the HTTP API. Features keep theirs as constants beside the code that raises
 * them.
 *
 * @param name kebab-case, stable for ever: clients decide by it
 * @param status HTTP status
 * @param title what is wrong, a few words, the same at every occurrence
 */
public record ProblemType(String name, int status, String title) {

  private static final String BASE = "https://daybreak.io/problems/";

  /** Whether a problem's {@code type} is one of the product's. */
  static boolean isKnown(@Nullable URI type) {
    return type != null && type.toString().startsWith(BASE);
  }

  /** The problem's {@code type}. */
  public URI uri() {
    return URI.create(BASE + name);
  }
}
