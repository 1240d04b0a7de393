package io.daybreak.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/**
 * Pictures of pages: for the manual when {@code -Ddaybreak.screenshots} is set, and of failures.
 */
final class Screenshots {

  /** The working tree is the folder above this module. */
  private static final Path MANUAL = Path.of("..", "docs", "screenshots");

  private static final Path FAILURES = Path.of("target", "browser-failures");

  private Screenshots() {}

  /** A picture for the manual, if there shall be any. */
  static void take(Page page, String name) {
    if (System.getProperty("daybreak.screenshots") != null) {
      save(page, MANUAL.resolve(name + ".png"));
    }
  }

  static void keep(Page page, String name) {
    save(page, FAILURES.resolve(name + ".png"));
  }

  private static void save(Page page, Path file) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }
}
