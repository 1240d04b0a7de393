package io.daybreak.acceptance.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe says about a page, by the rules of WCAG 2.2 AA. */
final class Accessibility {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> SERIOUS = List.of("serious", "critical");

  private Accessibility() {}

  /** What is serious or worse, a line each; empty where nothing is. */
  static List<String> seriousIn(Page page) {
    AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
    return results.getViolations().stream()
        .filter(rule -> SERIOUS.contains(rule.getImpact()))
        .map(Accessibility::line)
        .toList();
  }

  private static String line(Rule rule) {
    return rule.getNodes().stream()
        .map(CheckedNode::getHtml)
        .collect(Collectors.joining("; ", rule.getId() + ": " + rule.getHelp() + " in ", ""));
  }
}
