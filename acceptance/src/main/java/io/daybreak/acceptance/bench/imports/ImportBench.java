package io.daybreak.acceptance.bench.imports;

import io.daybreak.acceptance.bench.imports.LargeImport.Took;
import io.daybreak.acceptance.bench.imports.StatusAsking.Times;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.acceptance.terminal.TextTable.Column;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.stack.service.ProcessMemory;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
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
      importLarge(stack, table);
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

  private void importLarge(Stack stack, TextTable table) throws IOException, InterruptedException {
    Took took = new LargeImport("bench", rows, days).run(stack);
    table.row(
        List.of(
            "import of %,d rows x 13 columns, %d days".formatted(rows, days),
            "%.1f s".formatted(took.seconds()),
            "at least %.1f s: %s".formatted(took.bound().seconds(), took.bound().budget())));
    table.row(
        List.of(
            "write calls per 100,000 rows",
            "%.1f".formatted(took.writes() * 100_000.0 / rows),
            "%d in all".formatted(took.writes())));
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
      api.awaitSuccess(set);
    }
  }

  private static String millis(double time) {
    return "%.1f ms".formatted(time);
  }
}
