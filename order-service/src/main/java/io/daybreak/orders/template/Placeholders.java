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

  private static final Pattern MARK = Pattern.compile("\\{(shop|customer|order|items|link)}");

  /** What other apps write for a value: it would reach customers as it stands. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[{}]|<%|%>|\\*\\||\\|\\*|\\$[a-z_]|%%?[a-z][a-z_. ]*%"
              + "|\\[+ *(?:customer|order|shop|store|product|item|items|link|name|email|"
              + "first|last)(?:[ _.-]?[a-z]+)* *]+",
          Pattern.CASE_INSENSITIVE);

  private Placeholders() {}

  /** Whether a text holds no marks but those that will be filled, in exactly their spelling. */
  static boolean allKnown(String text) {
    return !FOREIGN.matcher(MARK.matcher(text).replaceAll("")).find()
        && !text.contains("{{")
        && !text.contains("${")
        && !text.contains("}}");
  }

  /** Whether a text addresses the customer itself, so that no second greeting is due. */
  static boolean greets(String text) {
    return text.contains("{customer}");
  }

  /**
   * @param customer what to call a customer without a name, so that the sentence has no hole
   */
  static String fill(String text, MailContent content, String customer) {
    Map<String, String> values =
        Map.of(
            "shop", content.shop(),
            "customer", content.customer() == null ? customer : content.customer(),
            "order", content.order(),
            "items", items(content.items()),
            "link", content.reviewLink());
    return MARK.matcher(text)
        .replaceAll(mark -> Matcher.quoteReplacement(values.get(mark.group(1))));
  }

  /** The first few: nobody reads the list of a large order in the middle of a sentence. */
  private static String items(List<String> titles) {
    String named = titles.stream().limit(MOST_ITEMS).collect(Collectors.joining(", "));
    return titles.size() > MOST_ITEMS ? named + " …" : named;
  }
}
