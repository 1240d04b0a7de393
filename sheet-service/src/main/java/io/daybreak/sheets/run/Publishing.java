package io.daybreak.sheets.run;

import io.daybreak.contracts.sheet.ChangedDay;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an update makes of a tab.
 *
 * @param tabId sheet id of the tab
 * @param tabRows rows of data in it, with a date
 * @param rowsByDay the same by their days
 * @param changedDays days that stay and whose rows people have changed
 * @param otherCells cells of the other tabs; null where they were not counted
 * @param template spreadsheet whose tabs are copied afterwards; null for none
 */
@RegisterForReflection
public record Publishing(
    int tabId,
    long tabRows,
    Map<LocalDate, Long> rowsByDay,
    List<ChangedDay> changedDays,
    @Nullable Long otherCells,
    @Nullable String template) {

  public Publishing {
    rowsByDay = Map.copyOf(rowsByDay);
    changedDays = List.copyOf(changedDays);
  }
}
