package io.daybreak.contracts.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the tab of a set's rows is called: {@code NSA_GTD_1000001}, the format and the ad account.
 * Report templates may leave the account out: {@code NSA_GTD} stands for the tab of that format,
 * whoever's it is.
 *
 * @param customerId number of the ad account; null where it is left out
 */
public record RawTabTitle(String format, @Nullable Long customerId) {

  private static final Pattern FORM =
      Pattern.compile("(NSA_[A-Z]{1,8})(?:_([0-9]{1,18}))?", Pattern.CASE_INSENSITIVE);

  /** Nothing where a title has another form. */
  public static Optional<RawTabTitle> of(String title) {
    Matcher parts = FORM.matcher(title);
    return parts.matches()
        ? Optional.of(
            new RawTabTitle(
                parts.group(1).toUpperCase(Locale.ROOT),
                parts.group(2) == null ? null : Long.valueOf(parts.group(2))))
        : Optional.empty();
  }

  /** No blank and no quote in it, so that formulas can refer to it as it is. */
  public String text() {
    return customerId == null ? format : format + "_" + customerId;
  }
}
