package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;

/** For what takes the services a while, and comes to the page by itself. */
final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Patience() {}

  /** Waits until the part of the page says so. */
  static void until(Locator part, String text) {
    assertThat(part)
        .containsText(
            text, new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST.toMillis()));
  }
}
