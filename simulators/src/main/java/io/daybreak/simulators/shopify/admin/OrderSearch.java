package io.daybreak.simulators.shopify.admin;

import io.daybreak.simulators.shopify.order.Order;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's search syntax, as far as orders are searched by moments, name or e-mail: {@code
 * updated_at:>='2026-11-01T00:00:00Z' AND updated_at:<'2026-11-02T00:00:00Z'}. What it does not
 * know is refused, where Shopify would answer with a warning and too many orders.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/search-syntax">search syntax</a>
 */
final class OrderSearch {

  private static final Pattern TERM =
      Pattern.compile("\\s*(?:AND\\s+)?(\\w+):(>=|<=|>|<)?(?:'([^']*)'|\"([^\"]*)\"|(\\S+))\\s*");

  private OrderSearch() {}

  /**
   * @throws RefusedQueryException for what this does not understand
   */
  static Predicate<Order> parse(@Nullable String query) {
    Predicate<Order> all = order -> true;
    if (query == null) {
      return all;
    }
    Matcher term = TERM.matcher(query);
    int read = 0;
    while (read < query.length() && term.find(read) && term.start() == read) {
      all = all.and(condition(term.group(1), operator(term), value(term)));
      read = term.end();
    }
    if (!query.substring(read).isBlank()) {
      throw refused(query);
    }
    return all;
  }

  private static Predicate<Order> condition(String field, String operator, String value) {
    return switch (field) {
      case "updated_at" -> moment(operator, value, Order::updatedAt);
      case "created_at", "processed_at" -> moment(operator, value, Order::createdAt);
      case "name" -> order -> order.name().equals(value);
      case "email" -> order -> value.equalsIgnoreCase(order.email());
      default -> throw refused(field);
    };
  }

  private static Predicate<Order> moment(
      String operator, String value, Function<Order, Instant> of) {
    Instant limit = instant(value);
    return order -> {
      int comparison = of.apply(order).compareTo(limit);
      return switch (operator) {
        case ">=" -> comparison >= 0;
        case ">" -> comparison > 0;
        case "<=" -> comparison <= 0;
        case "<" -> comparison < 0;
        default -> comparison == 0;
      };
    };
  }

  private static Instant instant(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException wrong) {
      throw refused(value);
    }
  }

  private static String operator(Matcher term) {
    return term.group(2) == null ? "" : term.group(2);
  }

  private static String value(Matcher term) {
    for (int group = 3; group < 5; group++) {
      if (term.group(group) != null) {
        return term.group(group);
      }
    }
    return term.group(5);
  }

  private static RefusedQueryException refused(String what) {
    return new RefusedQueryException("cannot search orders by " + what, "BAD_REQUEST");
  }
}
