package io.daybreak.sheets.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RunFailed;
import java.util.UUID;

/** A run whose writer died with a command in hand. */
public record LostRun(UUID runId, String spreadsheetId) {

  static final FailureCode CODE = FailureCode.WRITER_LOST;
  static final String REASON =
      "The instance that was writing the rows went away. Start the import again.";

  RunFailed event() {
    return new RunFailed(runId, CODE, REASON);
  }
}
