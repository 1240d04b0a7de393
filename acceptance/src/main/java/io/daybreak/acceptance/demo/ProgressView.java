package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.Width;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows how an import comes along. On a terminal one line is drawn over and over; in a log there is
 * a line for each state and each tenth of the way.
 */
final class ProgressView {

  private static final int BAR = 28;

  private final Screen screen;
  private final Clock clock;
  private final Instant begun;
  private @Nullable String state;
  private Instant since;
  private int tenths;

  ProgressView(Screen screen, Clock clock) {
    this.screen = screen;
    this.clock = clock;
    this.begun = clock.instant();
    this.since = begun;
  }

  /** Shows a status as the API answered it. */
  void show(JsonNode status) {
    String name = status.path("code").asText() + " " + status.path("name").asText();
    if (!name.equals(state)) {
      endState();
      state = name;
      since = clock.instant();
    }
    String line = line(status, name);
    int reached = (int) (status.path("progress").asDouble() * 10);
    if (screen.isTerminal()) {
      screen.drawOver(line);
    } else if (reached > tenths) {
      screen.line(line);
      tenths = reached;
    }
  }

  /** The last state has been reached; answers how long everything took. */
  Duration end() {
    endState();
    return Duration.between(begun, clock.instant());
  }

  private void endState() {
    if (state != null) {
      screen.done(
          Width.padRight(state, 20)
              + screen.faint(seconds(Duration.between(since, clock.instant()))));
    }
  }

  private String line(JsonNode status, String name) {
    return "  %s %s %s %3d %%  %s"
        .formatted(
            screen.bold("▸"),
            Width.padRight(name, 20),
            bar(status.path("progress").asDouble()),
            Math.round(status.path("progress").asDouble() * 100),
            screen.faint(details(status)));
  }

  private String details(JsonNode status) {
    String text =
        "%d of %d days, %,d rows fetched, %,d written"
            .formatted(
                status.path("daysDone").asInt(),
                status.path("days").asInt(),
                status.path("rowsFetched").asLong(),
                status.path("rowsWritten").asLong());
    String end = status.path("estimatedEnd").asText("");
    if (end.isEmpty() || end.equals("null")) {
      return text;
    }
    long left = Math.max(0, Duration.between(clock.instant(), Instant.parse(end)).toSeconds());
    return text + ", about " + left + " s left";
  }

  private static String bar(double progress) {
    int full = (int) Math.round(progress * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
