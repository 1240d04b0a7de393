package io.daybreak.contracts.sheet;

import io.daybreak.contracts.run.FailureCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a report template is not whole in the spreadsheet. The rows of the run are in their tab.
 *
 * @param reason one or two sentences for people, with what to do
 * @param cells cells of copied tabs, in A1 notation with the tab's title, whose formulas refer to
 *     what is not there; at most {@link #MOST_CELLS}; null or empty where there are none
 */
public record TemplateTrouble(FailureCode code, String reason, @Nullable List<String> cells) {

  public static final int MOST_CELLS = 20;

  public TemplateTrouble {
    cells = cells == null ? List.of() : List.copyOf(cells);
  }
}
