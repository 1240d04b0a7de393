package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.sheets.fake.FakeGoogle;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.TypedRows;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A spreadsheet at Google, a run that writes into it, and what import-service hears of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunInASpreadsheet {

  /** First day of the rows. */
  static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** Sheet id of {@link #tabOfTenDays}. */
  static final int TAB = 42;

  @Inject SheetCommandHandler handler;
  FakeGoogle google;
  EventLog events;
  String spreadsheet;
  FakeSpreadsheet content;
  ImportRun run;

  @BeforeAll
  void listen() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30)); // a busy machine is no failure
    events = new EventLog();
  }

  @AfterAll
  void stopListening() {
    events.close();
  }

  /** With nothing but somebody's report. */
  @BeforeEach
  void aSpreadsheet() {
    google.forget();
    spreadsheet = "sheet-" + UUID.randomUUID();
    hold(new FakeTab(0, "report", 100, 10));
    run = new ImportRun(spreadsheet, Layouts.small());
  }

  /** Gives the spreadsheet these tabs and no others. */
  void hold(FakeTab... tabs) {
    content = google.put(spreadsheet, new FakeSpreadsheet(tabs));
  }

  /** One row a day under the header, all with the keyword "old". */
  static FakeTab tabOfTenDays() {
    FakeTab tab =
        new FakeTab(TAB, Layouts.TITLE, 12, 3)
            .with(0, Layouts.NOTICE)
            .with(1, "date", "keyword", "cost");
    for (int i = 0; i < 10; i++) {
      tab.with(2 + i, serial(DAY.plusDays(i)), "old", BigDecimal.ONE);
    }
    tab.frozenRows = 2;
    return tab;
  }

  static BigDecimal serial(LocalDate day) {
    return BigDecimal.valueOf(TypedRows.serial(day));
  }

  /** One row a day with the keyword "new". */
  static List<List<String>> days(LocalDate from, int days) {
    return IntStream.range(0, days)
        .mapToObj(i -> List.of(from.plusDays(i).toString(), "new", "2.5"))
        .toList();
  }

  void handle(SheetCommand... commands) {
    for (SheetCommand command : commands) {
      handler.handle(command);
    }
  }

  FakeTab tab() {
    return content.tabs().stream()
        .filter(tab -> tab.title.equalsIgnoreCase(Layouts.TITLE))
        .findFirst()
        .orElseThrow();
  }

  List<Object> keywords() {
    return IntStream.range(2, tab().rows.size()).mapToObj(row -> tab().row(row).get(1)).toList();
  }

  List<String> titles() {
    return content.tabs().stream().map(tab -> tab.title).toList();
  }

  void assertFinished(long tabRows) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(events.of(run.id))
                    .last()
                    .isInstanceOfSatisfying(
                        TabFinished.class,
                        finished -> assertThat(finished.tabRows()).isEqualTo(tabRows)));
  }

  void assertFailed(FailureCode code, String... parts) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(events.of(run.id)).last().isInstanceOf(RunFailed.class));
    List<SheetEvent> all = events.of(run.id);
    RunFailed failed = (RunFailed) all.get(all.size() - 1);
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.reason()).contains(parts);
    assertThat(all).filteredOn(RunFailed.class::isInstance).hasSize(1);
  }
}
