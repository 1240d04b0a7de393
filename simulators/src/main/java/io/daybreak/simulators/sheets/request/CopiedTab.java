package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;
import java.util.List;
import java.util.stream.Stream;

/** {@code sheets.copyTo}: a tab copied from another spreadsheet. */
public final class CopiedTab {

  private CopiedTab() {}

  /** A tab with what is on it, taken out of its spreadsheet. */
  public record Original(Tab tab, List<SheetObject> objects) {

    public static Original of(Spreadsheet spreadsheet, int sheetId) {
      Tab tab = spreadsheet.tab(sheetId);
      return new Original(tab.copy(tab.id(), tab.title()), on(spreadsheet, tab).toList());
    }
  }

  /** Everything that is on a tab. */
  static Stream<SheetObject> on(Spreadsheet spreadsheet, Tab tab) {
    return Stream.of(SheetObject.Kind.values())
        .flatMap(kind -> spreadsheet.objects().of(kind, tab.id()));
  }

  /**
   * Adds the copy at the end and answers its properties. Its formulas that name tabs which are not
   * there are errors from then on.
   */
  public static ObjectNode into(Spreadsheet destination, Original original) {
    Tab source = original.tab();
    Tab copy = source.copy(destination.newId(null), titleFor(source, destination));
    destination.insertCopy(copy, original.objects().stream(), null);
    destination.settle(copy, source.title());
    return TabProperties.of(destination, copy);
  }

  /** "Copy of X", with a number from the second on. */
  static String titleFor(Tab source, Spreadsheet destination) {
    String title = "Copy of " + source.title();
    String free = title;
    for (int number = 1; destination.find(free).isPresent(); number++) {
      free = title + " " + number;
    }
    return free;
  }
}
