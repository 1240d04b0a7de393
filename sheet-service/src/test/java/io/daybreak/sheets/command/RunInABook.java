package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.TypedRows;
import io.daybreak.sheets.simulated.Book;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A set with its tab in a spreadsheet at the simulated Google, as import-service keeps it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunInABook {

  static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  static final TabLayout LAYOUT =
      new TabLayout("NSA_CTD_1", Layouts.NOTICE, Layouts.small().columns());

  @Inject SheetCommandHandler handler;
  SimulatedGoogle google;
  EventLog events;
  Book book;
  @Nullable Integer tabId;

  @BeforeAll
  void listen() {
    events = new EventLog();
  }

  @AfterAll
  void stopListening() {
    events.close();
  }

  @BeforeEach
  void aSpreadsheet() {
    book = google.book();
    tabId = null;
  }

  @AfterEach
  void heal() {
    google.heal();
  }

  /** A run over some days, with as many rows a day; every row of it costs the same. */
  final class Run {
    final UUID id = UUID.randomUUID();
    final LocalDate from;
    final LocalDate to;
    private final int rowsADay;
    private final double cost;
    private long sequence;
    private long sent;
    @Nullable LocalDate earliest = DAY;
    List<LocalDate> missing = List.of();
    TabLayout layout = LAYOUT;
    @Nullable String template;

    Run(LocalDate from, LocalDate to, int rowsADay, double cost) {
      this.from = from;
      this.to = to;
      this.rowsADay = rowsADay;
      this.cost = cost;
    }

    PrepareTab prepare() {
      long rows = (to.toEpochDay() - from.toEpochDay() + 1) * rowsADay;
      return new PrepareTab(id, sequence++, book.id(), layout, from, rows, tabId, to, earliest);
    }

    List<WriteRows> rows(LocalDate begin) {
      List<WriteRows> chunks = new ArrayList<>();
      for (LocalDate day : begin.datesUntil(to.plusDays(1)).toList()) {
        if (!missing.contains(day)) {
          List<List<String>> block = new ArrayList<>();
          for (int i = 0; i < rowsADay; i++) {
            block.add(List.of(day.toString(), "keyword " + i, String.valueOf(cost)));
          }
          chunks.add(
              new WriteRows(id, sequence++, book.id(), sent, rowsADay, RowBlock.pack(block)));
          sent += rowsADay;
        }
      }
      return chunks;
    }

    FinishTab finish() {
      return new FinishTab(id, sequence++, book.id(), sent, template, missing, List.of());
    }

    /** All of it, as import-service would: with more days where sheet-service asks for them. */
    Run execute() {
      handler.handle(prepare());
      if (failure() == null) {
        LocalDate begin =
            events.of(id).stream()
                .filter(TabPrepared.class::isInstance)
                .map(event -> ((TabPrepared) event).fetchFrom())
                .filter(day -> day != null)
                .findFirst()
                .orElse(from);
        rows(begin).forEach(handler::handle);
        handler.handle(finish());
      }
      return this;
    }

    @Nullable RunFailed failure() {
      await().atMost(Duration.ofSeconds(30)).until(() -> !events.of(id).isEmpty());
      SheetEvent last = events.of(id).get(events.of(id).size() - 1);
      return last instanceof RunFailed failed ? failed : null;
    }

    TabFinished finished() {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(events.of(id))
                      .last()
                      .isInstanceOfAny(TabFinished.class, RunFailed.class));
      SheetEvent last = events.of(id).get(events.of(id).size() - 1);
      assertThat(last).isInstanceOf(TabFinished.class);
      tabId = ((TabFinished) last).tabId();
      return (TabFinished) last;
    }

    RunFailed failed(FailureCode code, String... parts) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(events.of(id)).last().isInstanceOf(RunFailed.class));
      RunFailed failed = (RunFailed) events.of(id).get(events.of(id).size() - 1);
      assertThat(failed.code()).isEqualTo(code);
      assertThat(failed.reason()).contains(parts);
      return failed;
    }
  }

  /** The first import: days 1 to 12 of the month with three rows each, each row costs 1. */
  void imported() {
    new Run(DAY, DAY.plusDays(11), 3, 1).execute().finished();
  }

  /** An update of days 6 to 12, each row costs 2. */
  Run update() {
    return new Run(DAY.plusDays(5), DAY.plusDays(11), 3, 2);
  }

  static double serial(LocalDate day) {
    return TypedRows.serial(day);
  }

  String title() {
    return book.titles().stream()
        .filter(title -> !title.equals("report"))
        .findFirst()
        .orElseThrow();
  }

  /** Rows of each day with a number in the date column. */
  Map<LocalDate, Long> rowsByDay() {
    Map<LocalDate, Long> rows = new TreeMap<>();
    for (List<JsonNode> row : book.values("'" + title() + "'!A3:C100000")) {
      if (!row.isEmpty() && row.get(0).isNumber()) {
        rows.merge(TypedRows.day(row.get(0).asLong()), 1L, Long::sum);
      }
    }
    return rows;
  }

  /** Sum of the cost over the rows with a date. */
  double cost() {
    return book.values("'" + title() + "'!A3:C100000").stream()
        .filter(row -> !row.isEmpty() && row.get(0).isNumber())
        .mapToDouble(row -> row.get(2).asDouble())
        .sum();
  }

  /** Five days of three rows at 1, seven at 2. */
  void assertUpdated() {
    assertThat(rowsByDay()).hasSize(12).allSatisfy((day, rows) -> assertThat(rows).isEqualTo(3));
    assertThat(cost()).isEqualTo(5 * 3 + 7 * 3 * 2);
  }
}
