package io.daybreak.sheets.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.sheets.failure.Failure;
import java.util.UUID;

/** A run whose writer died with a claimed command. */
public record LostRun(UUID runId, String spreadsheetId, String reason) implements Failure {

  static final FailureCode CODE = FailureCode.WRITER_LOST;
  static final String REASON =
      "The instance that was writing the rows went away, and the tab is as it was. Start an"
          + " update.";
  static final String UNPUBLISHED_REASON =
      "Nobody heard what became of the update that puts the rows into the tab, and the tab is as it"
          + " was. Start an update.";

  /** A run whose update was looked for, and has not happened. */
  public static LostRun unpublished(TabWrite write) {
    return new LostRun(write.runId(), write.spreadsheetId(), UNPUBLISHED_REASON);
  }

  @Override
  public FailureCode code() {
    return CODE;
  }

  RunFailed event() {
    return new RunFailed(runId, CODE, reason);
  }
}
