package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;

/** {@code sheets.copyTo}: a tab copied from another spreadsheet. */
public final class CopiedTab {

  private CopiedTab() {}

  /** Adds the copy at the end and answers its properties. */
  public static ObjectNode into(Spreadsheet destination, Tab source) {
    Tab copy = source.copy(destination.newId(null), titleFor(source, destination));
    destination.insert(copy, null);
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
