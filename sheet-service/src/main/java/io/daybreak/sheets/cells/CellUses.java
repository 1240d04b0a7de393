package io.daybreak.sheets.cells;

import io.daybreak.sheets.google.PacedSheets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Looks how full a spreadsheet is, for somebody who waits for the answer. */
@ApplicationScoped
class CellUses {

  private final PacedSheets sheets;

  CellUses(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /** Gives up soon where imports use up the quota: a page has no time to wait for its turn. */
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  CellUse of(String spreadsheet) {
    return CellUse.of(sheets.workbook(spreadsheet), sheets.account());
  }
}
