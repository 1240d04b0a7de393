package io.daybreak.stack.run;

import io.daybreak.stack.access.GoogleServiceAccount;
import io.daybreak.stack.process.Ports;
import io.daybreak.stack.sheets.SheetsOptions;
import io.daybreak.stack.sheets.SheetsSimulator;

/** The services of other companies, simulated. */
public record Simulators(SheetsSimulator sheets) implements AutoCloseable {

  private static final int SHEETS_PORT = 9402;

  static Simulators start(GoogleServiceAccount account) {
    return new Simulators(
        SheetsSimulator.start(
            SheetsOptions.onPort(Ports.preferably(SHEETS_PORT)),
            GoogleServiceAccount.EMAIL,
            account.publicKey()));
  }

  @Override
  public void close() {
    sheets.close();
  }
}
