package io.daybreak.orders.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The few marks that a shop's own text may hold. Deliberately not a template language: a merchant's
 * text must not be able to run anything.
 */
final class Placeholders {

  static final String NAMES = "{shop}, {customer}, {order}, {items}, {link}";

  private static final int MOST_ITEMS = 5;

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
            "items", items(content.items()),
            "link", content.reviewLink());
    return MARK.matcher(text)
        .replaceAll(
            mark -> Matcher.quoteReplacement(values.getOrDefault(mark.group(1), mark.group())));
  }

  /** The first few: nobody reads the list of a large order in the middle of a sentence. */
  private static String items(List<String> titles) {
    String named = titles.stream().limit(MOST_ITEMS).collect(Collectors.joining(", "));
    return titles.size() > MOST_ITEMS ? named + " …" : named;
  }
}
