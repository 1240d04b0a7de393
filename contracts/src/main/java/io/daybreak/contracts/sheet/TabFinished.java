package io.daybreak.contracts.sheet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All of the run is in the spreadsheet.
 *
 * @param tabRows data rows in the tab now, those of earlier runs included
 * @param tabId Google's id of the tab; null from a sender that does not know it
 * @param changedDays days that stayed and whose rows in the tab are not as many as were written,
 *     oldest first, at most {@link #MOST_CHANGED_DAYS}; null or empty where there are none
 * @param template what is wrong with the report template in the spreadsheet; null where nothing is
 */
public record TabFinished(
    UUID runId,
    long tabRows,
    @Nullable Integer tabId,
    @Nullable List<ChangedDay> changedDays,
    @Nullable TemplateTrouble template)
    implements SheetEvent {

  public static final int MOST_CHANGED_DAYS = 31;

  public TabFinished {
    changedDays = changedDays == null ? null : List.copyOf(changedDays);
  }

  /** Without more than the number of rows. */
  public TabFinished(UUID runId, long tabRows) {
    this(runId, tabRows, null, null, null);
  }
}
