package io.daybreak.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The stack with its console, and a browser, which all classes share. */
final class BrowserWorld implements AutoCloseable {

  private final Stack stack;
  private final Chromium chromium;
  private final Marketing marketing = new Marketing(this);
  private final List<Visitor> visitors = new ArrayList<>();

  private BrowserWorld(Stack stack, Chromium chromium) {
    this.stack = stack;
    this.chromium = chromium;
  }

  /** The working tree is the folder above this module. */
  static BrowserWorld start() {
    try {
      return new BrowserWorld(
          Stack.start(new Workspace(Path.of("..")), options()), Chromium.start());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The stack did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As delivered, but for waits that a test would only sit through. */
  private static StackOptions options() {
    return StackOptions.everything()
        .withSetting(ServiceName.ORDER, "daybreak.dead-letters.delay", "2s")
        .withSetting(ServiceName.ORDER, "daybreak.dead-letters.interval", "500ms")
        .withSetting(ServiceName.CONSOLE, "daybreak.console.secure-cookies", "true")
        .withSetting(ServiceName.IMPORT, "daybreak.reports.shortest-pause", "200ms")
        .withSetting(ServiceName.IMPORT, "daybreak.batch.cron", "off");
  }

  Stack stack() {
    return stack;
  }

  Marketing marketing() {
    return marketing;
  }

  /** Somebody who opens a browser, which closes with the test. */
  Visitor visitor(Visit visit) {
    Visitor visitor = new Visitor(chromium.browser(), console(), visit);
    visitors.add(visitor);
    return visitor;
  }

  /**
   * Closes the browsers of a test.
   *
   * @param failed pictures of what was on the screens are kept
   */
  void endOf(String test, boolean failed) {
    List<Visitor> ended = List.copyOf(visitors);
    visitors.clear();
    if (failed) {
      ended.forEach(visitor -> visitor.photographFailure(test));
    }
    List<String> complaints = ended.stream().flatMap(visitor -> visitor.leave().stream()).toList();
    if (!failed) {
      assertThat(complaints).as("what the browser complained about").isEmpty();
    }
  }

  URI console() {
    return stack.console().orElseThrow();
  }

  @Override
  public void close() {
    chromium.close();
    stack.close();
  }
}
