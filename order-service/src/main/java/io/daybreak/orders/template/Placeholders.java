package io.daybreak.orders.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few marks that a shop's own text may hold. Deliberately not a template language: a merchant's
 * text must not be able to run anything.
 */
final class Placeholders {

  static final String NAMES = "{shop}, {customer}, {order}, {items}, {link}";

  private static final Pattern MARK = Pattern.compile("\\{([a-z]+)}");

  private Placeholders() {}

  static boolean allKnown(String text) {
    return MARK.matcher(text).results().allMatch(mark -> NAMES.contains(mark.group()));
  }

  static String fill(String text, MailContent content) {
    Map<String, String> values =
        Map.of(
            "shop", content.shop(),
            "customer", content.customer() == null ? "" : content.customer(),
            "order", content.order(),
            "items", String.join(", ", content.items()),
            "link", content.reviewLink());
    return MARK.matcher(text)
        .replaceAll(
            mark -> Matcher.quoteReplacement(values.getOrDefault(mark.group(1), mark.group())));
  }
}
