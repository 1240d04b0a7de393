package io.daybreak.sheets.simulated;

import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.sheets.SheetsOptions;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.simulators.sheets.workbook.Role;
import io.daybreak.simulators.sheets.workbook.SharedSpreadsheet;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts the simulator of Google Sheets without quotas and points the service at it. Sets a test's
 * field of that type.
 */
public class SimulatedGoogle implements QuarkusTestResourceLifecycleManager {

  /** E-mail of the service account. */
  public static final String ACCOUNT = GoogleServiceAccount.EMAIL;

  static final String OWNER = "owner@example.com";

  private final GoogleServiceAccount account = new GoogleServiceAccount();
  private final SheetsSimulator simulator =
      SheetsSimulator.start(
          new SheetsOptions(0, 1, 1_000_000, 1_000_000),
          GoogleServiceAccount.EMAIL,
          account.publicKey());

  private final Map<String, SharedSpreadsheet> files = new ConcurrentHashMap<>();

  @Override
  public Map<String, String> start() {
    try {
      Path file = Files.createTempFile("service-account", ".json");
      file.toFile().deleteOnExit();
      account.writeKeyFile(file, simulator.tokenUrl());
      return Map.of(
          "daybreak.google.base-url", simulator.url().toString(),
          "daybreak.google.credentials-file", file.toString(),
          "daybreak.google.read-timeout", "6s",
          "daybreak.google.quota.user-per-minute", "60000",
          "daybreak.google.quota.project-per-minute", "60000",
          "daybreak.budgets.pause-after-refusal", "50ms",
          "daybreak.budgets.refusals-per-call", "2",
          "daybreak.tab-writes.sweep-every", "1s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(SimulatedGoogle.class));
  }

  @Override
  public void stop() {
    simulator.close();
  }

  /** A new spreadsheet with somebody's report, shared with the service account. */
  public Book book() {
    return book(Role.WRITER);
  }

  public Book book(Role role) {
    return book(Map.of(OWNER, Role.WRITER, ACCOUNT, role));
  }

  /** One that only its owner can open. */
  public Book privateBook() {
    return book(Map.of(OWNER, Role.WRITER));
  }

  private Book book(Map<String, Role> shares) {
    var report = new SpreadsheetOrder.TabOrder(0, "report", 100, 10, null, null, null);
    SharedSpreadsheet file =
        simulator.create(new SpreadsheetOrder(null, null, shares, List.of(report)));
    files.put(file.id(), file);
    return new Book(simulator.url(), file.id(), simulator.tokenFor(OWNER));
  }

  /** Its owner lets the service account edit it. */
  public void share(Book book) {
    Objects.requireNonNull(files.get(book.id())).share(ACCOUNT, Role.WRITER);
  }

  /** Its owner throws it away. */
  public void delete(Book book) {
    URI file = simulator.url().resolve("/_sim/spreadsheets/" + book.id());
    try {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(file).DELETE().build(),
              HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Calls of the service that changed a spreadsheet, refused ones included. */
  public List<JournalEntry> writes(Book book) {
    return calls(book, "write");
  }

  public List<JournalEntry> reads(Book book) {
    return calls(book, "read");
  }

  private List<JournalEntry> calls(Book book, String kind) {
    return simulator.journal().entries().stream()
        .filter(call -> book.id().equals(call.identity().get("spreadsheet")))
        .filter(call -> ACCOUNT.equals(call.identity().get("user")))
        .filter(call -> kind.equals(call.identity().get("kind")))
        .toList();
  }

  /** What befalls the service's calls from now on, until {@link #heal()}. */
  public void befall(FaultRule rule) {
    simulator.faults().add(rule.where("user", ACCOUNT));
  }

  public void heal() {
    simulator.faults().clear();
  }
}
