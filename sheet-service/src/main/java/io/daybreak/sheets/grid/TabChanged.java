package io.daybreak.sheets.grid;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/**
 * The tab is not as an earlier import left it, and it cannot be told what an update would replace.
 *
 * @param what what was found and what to do about it, in whole sentences
 */
public record TabChanged(String what) implements Failure {

  private static final String OR_DELETE =
      " Or delete the tab: the next import makes it again with all its days.";
  private static final int SHOWN = 40;

  static TabChanged header(String title, int column, String found, String wanted) {
    return new TabChanged(
        "Cell %s2 of the tab \"%s\" says \"%s\" and not \"%s\". Put the columns back as they were and start an update."
                .formatted(CellRange.letters(column), title, shown(found), wanted)
            + OR_DELETE);
  }

  static TabChanged date(String title, int column, int row, String found) {
    return new TabChanged(
        "Cell %s%d of the tab \"%s\" has %s instead of a date, so that it cannot be told which day its row belongs to. Type the date or delete the row, and start an update."
                .formatted(
                    CellRange.letters(column),
                    row + 1,
                    title,
                    found.isEmpty() ? "nothing" : "the text \"" + shown(found) + "\"")
            + OR_DELETE);
  }

  /** For a sender that cannot fetch other days. */
  public static TabChanged gone() {
    return new TabChanged(
        "The tab is gone. Start an update: it makes the tab again with all its days.");
  }

  /** For a tab that was deleted between our look and our write. */
  public static TabChanged goneMeanwhile() {
    return new TabChanged(
        "The tab was deleted while the import ran. Start an update: it makes the tab again with all"
            + " its days.");
  }

  /** For the hidden tab of a large import. */
  public static TabChanged stagingGone() {
    return new TabChanged(
        "The hidden tab that held the rows until they were complete was removed. Start an update.");
  }

  @Override
  public FailureCode code() {
    return FailureCode.SHEET_TAB_CHANGED;
  }

  @Override
  public String reason() {
    return what;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
