package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.stack.start.Sample;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** One import, from the request to the rows, and the proof that the rows are right. */
final class ImportStory {

  private static final Duration ASK_EVERY = Duration.ofMillis(250);

  private final Screen screen;
  private final Stack stack;
  private final String format;
  private final int days;

  ImportStory(Screen screen, Stack stack, String format, int days) {
    this.screen = screen;
    this.stack = stack;
    this.format = format;
    this.days = days;
  }

  /** Whether the sheet's sums are the source's. */
  boolean tell() throws IOException, InterruptedException {
    JsonHttp http = new JsonHttp();
    DemoImport marketer = new DemoImport(http, stack);
    DemoSheet sheet = new DemoSheet(http, stack);
    JsonNode status = follow(marketer);
    if (!DemoImport.succeeded(status)) {
      screen.wrong(
          "%s: %s"
              .formatted(
                  status.path("failureCode").asText(), status.path("failureReason").asText()));
      screen.line("    logs: " + stack.folder().logs());
      return false;
    }
    String tab = format + "_" + stack.outside().simulators().sample().account().customerId();
    new TabPage(screen, sheet).show(tab);
    return prove(http, sheet.values(tab));
  }

  private JsonNode follow(DemoImport marketer) throws IOException, InterruptedException {
    screen.heading("A marketer registers an API key and asks for " + days + " days as " + format);
    String key = marketer.registerKey();
    JsonNode accepted = marketer.request(key, format, days);
    JsonNode plan = accepted.path("plan");
    screen.done("accepted at once: " + screen.faint("set " + accepted.path("id").asText()));
    screen.done(
        "the plan: %d days, %,d calls to NAVER, about %,d rows and %,d cells, %d s"
            .formatted(
                plan.path("days").asInt(),
                plan.path("calls").asLong(),
                plan.path("estimatedRows").asLong(),
                plan.path("cells").asLong(),
                plan.path("seconds").asLong()));
    screen.heading("The import");
    ProgressView progress = new ProgressView(screen, Clock.systemUTC());
    JsonNode status = marketer.status(accepted.path("id").asText());
    while (!DemoImport.ended(status)) {
      progress.show(status);
      Thread.sleep(ASK_EVERY.toMillis());
      status = marketer.status(accepted.path("id").asText());
    }
    Duration took = progress.end();
    if (DemoImport.succeeded(status)) {
      screen.done(
          screen.bold(
              "7 SUCCESS after %s, %,d rows"
                  .formatted(ProgressView.seconds(took), status.path("rowsWritten").asLong())));
    }
    return status;
  }

  private boolean prove(JsonHttp http, JsonNode values) throws IOException, InterruptedException {
    LocalDate last = Totals.lastDay(values);
    LocalDate first = last.minusDays(days - 1L);
    screen.heading("The sums from " + first + " to " + last + ", in the sheet and at the source");
    Totals source = sourceTotals(http, first, last);
    List<Totals.Comparison> comparisons = source.compare(Totals.ofTab(values));
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.of(""),
                TextTable.Column.of("NAVER"),
                TextTable.Column.of("Google Sheets"),
                TextTable.Column.of("")));
    comparisons.forEach(
        line ->
            table.row(
                List.of(
                    line.name(),
                    number(line.source()),
                    number(line.sheet()),
                    line.equal() ? "=" : "DIFFERENT")));
    table.lines().forEach(line -> screen.line("  " + line));
    boolean equal = comparisons.stream().allMatch(Totals.Comparison::equal);
    if (equal) {
      screen.done(screen.bold("Every sum is the same."));
    } else {
      screen.wrong("The sheet is not what the source is.");
    }
    return equal;
  }

  private Totals sourceTotals(JsonHttp http, LocalDate first, LocalDate last)
      throws IOException, InterruptedException {
    Sample sample = stack.outside().simulators().sample();
    String query =
        "/_sim/totals?customer=%d&from=%s&to=%s&format=%s"
            .formatted(sample.account().customerId(), first, last, format);
    return Totals.ofSource(
        http.get(URI.create(stack.outside().simulators().naver().url() + query), ""), format);
  }

  private static String number(BigDecimal number) {
    return "%,.10f".formatted(number).replaceAll("\\.?0+$", "");
  }
}
