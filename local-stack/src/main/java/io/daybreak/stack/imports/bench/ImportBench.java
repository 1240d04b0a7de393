package io.daybreak.stack.imports.bench;

import io.daybreak.stack.access.Person;
import io.daybreak.stack.imports.bench.StatusAsking.Times;
import io.daybreak.stack.naver.account.AccountSpec;
import io.daybreak.stack.run.Stack;
import io.daybreak.stack.run.StackOptions;
import io.daybreak.stack.run.Workspace;
import io.daybreak.stack.service.ProcessMemory;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.sheets.SheetsSimulator;
import io.daybreak.stack.sheets.control.SpreadsheetOrder;
import io.daybreak.stack.simulator.Journal;
import io.daybreak.stack.simulator.JournalEntry;
import io.daybreak.stack.terminal.Screen;
import io.daybreak.stack.terminal.TextTable;
import io.daybreak.stack.terminal.TextTable.Column;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures imports on services as they are delivered: one large import alone, then the API while
 * many smaller ones run.
 *
 * @param options the services to start
 * @param rows of the large import
 * @param days of the large import
 * @param imports how many run at once
 */
public record ImportBench(StackOptions options, int rows, int days, int imports) {

  private static final long FIRST_CUSTOMER = 3_000_001;
  private static final int SMALL_DAYS = 5;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /**
   * Whether every question was answered.
   *
   * @throws IOException if an import failed
   */
  public boolean run(Workspace workspace, Screen screen)
      throws IOException, SQLException, InterruptedException {
    screen.line("Starting the services, with heaps of " + options.heap());
    try (Stack stack = Stack.start(workspace, options)) {
      var api = new ImportApi(stack.url(ServiceName.IMPORT), stack.tokenFor(Person.MARKETER));
      screen.line("One import of %,d rows and %d days, alone".formatted(rows, days));
      TextTable table =
          new TextTable(List.of(Column.of(""), Column.of("measured"), Column.of("to compare")));
      importLarge(stack, api, table);
      screen.line(imports + " imports at once, while front ends ask 50 times a second");
      boolean answered = importMany(stack, api, table);
      for (ServiceProcess service : stack.services()) {
        table.row(
            List.of(
                "peak memory of " + service.launch().title(),
                ProcessMemory.peak(service) + " MiB",
                "a heap of " + options.heap()));
      }
      table.lines().forEach(screen::line);
      return answered;
    }
  }

  private void importLarge(Stack stack, ImportApi api, TextTable table)
      throws IOException, InterruptedException {
    AccountSpec account = AccountSpec.big("bench", "bench-secret", FIRST_CUSTOMER, 1, rows, days);
    stack.outside().simulators().naver().create(account);
    String spreadsheet = spreadsheet(stack);
    long begin = System.nanoTime();
    String set = api.start(account, "NSA_TD", spreadsheet, days);
    awaitAll(api, List.of(set));
    double seconds = (System.nanoTime() - begin) / 1e9;
    int writes = writes(stack.outside().simulators().sheets(), spreadsheet);
    Bound bound = Bound.of(calls(stack.outside().simulators().naver().journal(), account), writes);
    table.row(
        List.of(
            "import of %,d rows x 13 columns, %d days".formatted(rows, days),
            "%.1f s".formatted(seconds),
            "at least %.1f s: %s".formatted(bound.seconds(), bound.budget())));
    table.row(
        List.of(
            "write calls per 100,000 rows",
            "%.1f".formatted(writes * 100_000.0 / rows),
            "%d in all".formatted(writes)));
  }

  private boolean importMany(Stack stack, ImportApi api, TextTable table)
      throws IOException, InterruptedException {
    List<String> sets = new ArrayList<>();
    AccountSpec quiet = small(stack, 1);
    sets.add(api.start(quiet, "NSA_GTD", spreadsheet(stack), 1));
    awaitAll(api, sets);
    Times idle;
    try (var asking = new StatusAsking(api, sets)) {
      TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
      idle = asking.times();
    }
    sets.clear();
    for (int number = 2; number < imports + 2; number++) {
      sets.add(api.start(small(stack, number), "NSA_GTD", spreadsheet(stack), SMALL_DAYS));
    }
    Times busy;
    try (var asking = new StatusAsking(api, sets)) {
      awaitAll(api, sets);
      busy = asking.times();
    }
    String what = "API, %s while " + imports + " imports run";
    table.row(List.of(what.formatted("p50"), millis(busy.p50()), millis(idle.p50()) + " without"));
    table.row(List.of(what.formatted("p99"), millis(busy.p99()), millis(idle.p99()) + " without"));
    table.row(
        List.of(
            "API, answers while they run",
            Integer.toString(busy.answers()),
            busy.failed() + " failed"));
    return busy.failed() == 0;
  }

  private static AccountSpec small(Stack stack, int number) {
    AccountSpec account =
        AccountSpec.demo("bench-" + number, "bench-secret", FIRST_CUSTOMER + number, number);
    stack.outside().simulators().naver().create(account);
    return account;
  }

  private static String spreadsheet(Stack stack) {
    return stack
        .outside()
        .simulators()
        .sheets()
        .create(new SpreadsheetOrder(null, "Bench", null, null))
        .id();
  }

  private static void awaitAll(ImportApi api, List<String> sets)
      throws IOException, InterruptedException {
    for (String set : sets) {
      ImportApi.Status status = api.status(set);
      while (!status.ended()) {
        TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        status = api.status(set);
      }
      if (!status.succeeded()) {
        throw new IOException("An import failed: " + status.failure());
      }
    }
  }

  private static List<JournalEntry> calls(Journal journal, AccountSpec account) {
    String customer = Long.toString(account.customerId());
    return journal.entries().stream()
        .filter(call -> customer.equals(call.identity().get("customer")))
        .toList();
  }

  private static int writes(SheetsSimulator sheets, String spreadsheet) {
    return (int)
        sheets.journal().entries().stream()
            .filter(call -> "write".equals(call.identity().get("kind")))
            .filter(call -> spreadsheet.equals(call.identity().get("spreadsheet")))
            .count();
  }

  private static String millis(double time) {
    return "%.1f ms".formatted(time);
  }
}
