package io.daybreak.acceptance.demo;

import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.simulators.s3.S3Object;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.Message;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.simulators.slack.Workspace;
import io.daybreak.stack.start.SampleTables;
import io.daybreak.stack.start.Simulators;
import io.daybreak.stack.start.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two CSV files are dropped into a Slack channel: a good one, and one with mistakes. */
final class UploadStory {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final String GOOD =
      """
      주문번호,날짜,상품,금액,태그
      1001,2026-11-20,우산,19000,"비,가을"
      1002,2026-11-20,장갑,12500.50,겨울
      1003,2026-11-20,모자,-,겨울
      1004,2026-11-21,"머플러, 긴 것",31000,"겨울,선물"
      """;

  private static final String BAD =
      """
      주문번호,날짜,상품,금액,태그
      2001,2026-11-20,우산,19000,비
      2002,2026-11-31,장갑,12500,겨울
      2003,2026-11-21,모자,많음,"겨울, 선물"
      """;

  private final Screen screen;
  private final Simulators simulators;

  UploadStory(Screen screen, Stack stack) {
    this.screen = screen;
    this.simulators = stack.outside().simulators();
  }

  /** Shows both; whether each ended as it should. */
  boolean tell() throws InterruptedException {
    screen.heading("Somebody drops sales.csv into a Slack channel");
    boolean passed = drop(GOOD, "*PASS*") && showObject();
    screen.heading("Somebody drops a sales.csv with mistakes");
    return drop(BAD, "*ERROR*") && passed;
  }

  private boolean drop(String csv, String expected) throws InterruptedException {
    csv.lines().forEach(line -> screen.line("    " + screen.faint(line)));
    SharedFile file = simulators.slack().share("sales.csv", Content.of(csv), Workspace.CHANNEL);
    Instant deadline = Instant.now().plus(ANSWER_WITHIN);
    List<Message> messages = List.of();
    while (messages.isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(LOOK_EVERY.toMillis());
      messages = simulators.slack().workspace().messagesAbout(file);
    }
    if (messages.isEmpty()) {
      screen.wrong("nothing was said in its thread within a minute");
      return false;
    }
    screen.done("in its thread:");
    messages.get(0).text().lines().forEach(line -> screen.line("    " + line));
    return messages.get(0).text().contains(expected);
  }

  private boolean showObject() {
    Map<String, S3Object> objects =
        simulators.s3().buckets().list(SampleTables.LAKE_BUCKET, "demo/sales/");
    objects.forEach(
        (key, object) -> {
          screen.done("in S3: s3://" + SampleTables.LAKE_BUCKET + "/" + key);
          new String(object.content(), StandardCharsets.UTF_8)
              .lines()
              .forEach(line -> screen.line("    " + screen.faint(line)));
        });
    return objects.size() == 1 && simulators.glue().jobs().runs().size() == 1;
  }
}
