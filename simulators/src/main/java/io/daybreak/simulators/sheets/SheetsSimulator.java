package io.daybreak.simulators.sheets;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import io.daybreak.simulators.sheets.control.SheetsControl;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.simulators.sheets.wire.SheetsSimulation;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.SharedSpreadsheet;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;

/** The running simulator of Google Sheets. */
public final class SheetsSimulator implements AutoCloseable {

  private final SimulatorServer server;
  private final SheetsSimulation simulation;
  private final SheetsControl control;

  private SheetsSimulator(
      SimulatorServer server, SheetsSimulation simulation, SheetsControl control) {
    this.server = server;
    this.simulation = simulation;
    this.control = control;
  }

  /**
   * @param account e-mail address of the service account
   * @param key its public key, which its assertions are verified with
   */
  public static SheetsSimulator start(SheetsOptions options, String account, PublicKey key) {
    Drive drive = new Drive();
    SheetsControl control = new SheetsControl(drive, account);
    SheetsSimulation simulation =
        new SheetsSimulation(
            drive,
            Map.of(account, key),
            options.perUserAndMinute(),
            options.perProjectAndMinute(),
            control.routes());
    SimulatorServer server =
        SimulatorServer.start(
            new SimulatorOptions("sheets", options.port(), options.seed()), simulation);
    return new SheetsSimulator(server, simulation, control);
  }

  /** Root address, what Google's client takes as its root URL. */
  public URI url() {
    return server.baseUrl();
  }

  /** Where the service account gets its tokens. */
  public URI tokenUrl() {
    return url().resolve(SheetsSimulation.TOKEN_PATH);
  }

  /** A bearer token of a user, without the ceremony. */
  public String tokenFor(String user) {
    return simulation.tokenFor(user);
  }

  /** How long the service account's tokens last from now on; callers renew them before. */
  public void tokensLast(Duration time) {
    simulation.tokensLast(time);
  }

  /** Changes the quotas; every minute begins anew. */
  public void limit(int perUserAndMinute, int perProjectAndMinute) {
    simulation.limit(perUserAndMinute, perProjectAndMinute);
  }

  /** Makes a spreadsheet as a person would. */
  public SharedSpreadsheet create(SpreadsheetOrder order) {
    return control.create(order);
  }

  public Journal journal() {
    return server.journal();
  }

  public Faults faults() {
    return server.faults();
  }

  @Override
  public void close() {
    server.close();
  }
}
