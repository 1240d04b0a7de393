package io.daybreak.acceptance.bench.imports;

import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.util.List;

/**
 * One import of a given size, alone.
 *
 * @param name of its account's key
 * @param rows 13 columns each
 */
public record LargeImport(String name, int rows, int days) {

  private static final long CUSTOMER = 3_000_001;

  /**
   * What it took.
   *
   * @param writes calls that wrote into the spreadsheet
   * @param bound the shortest time in which its calls could have been made
   */
  record Took(double seconds, int writes, Bound bound) {}

  /**
   * Imports and waits for the end.
   *
   * @throws IOException if the import failed
   */
  public Took run(Stack stack) throws IOException, InterruptedException {
    var api = new ImportApi(stack.url(ServiceName.IMPORT), stack.tokenFor(Person.MARKETER));
    AccountSpec account = AccountSpec.big(name, name + "-secret", CUSTOMER, 1, rows, days);
    stack.outside().simulators().naver().create(account);
    SheetsSimulator sheets = stack.outside().simulators().sheets();
    String spreadsheet = sheets.create(new SpreadsheetOrder(null, "Bench", null, null)).id();
    long begin = System.nanoTime();
    api.awaitSuccess(api.start(account, "NSA_TD", spreadsheet, days));
    double seconds = (System.nanoTime() - begin) / 1e9;
    int writes = writes(sheets, spreadsheet);
    Journal journal = stack.outside().simulators().naver().journal();
    return new Took(seconds, writes, Bound.of(calls(journal, account), writes));
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
}
