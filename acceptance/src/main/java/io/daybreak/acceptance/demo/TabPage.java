package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.acceptance.terminal.Width;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a raw-data tab, narrow enough for a terminal. */
final class TabPage {

  private static final int ROWS = 12;
  private static final int HEADER_ROWS = 2;
  private static final int WIDEST_TEXT = 16;
  private static final int WIDEST_ID = 9;
  private static final int LINE = 120;

  private final Screen screen;
  private final DemoSheet sheet;

  TabPage(Screen screen, DemoSheet sheet) {
    this.screen = screen;
    this.sheet = sheet;
  }

  void show(String tab) throws IOException, InterruptedException {
    screen.heading("The spreadsheet has the tabs " + String.join(", ", sheet.tabs()));
    JsonNode rows = sheet.shown(tab, HEADER_ROWS + ROWS);
    screen.line("  " + screen.faint(Width.fit(rows.path(0).path(0).asText(), LINE)));
    screen.line("");
    List<TextTable.Column> columns = new ArrayList<>();
    rows.path(1).forEach(header -> columns.add(column(header.asText())));
    TextTable table = new TextTable(columns);
    for (int row = HEADER_ROWS; row < rows.size(); row++) {
      table.row(texts(rows.get(row)));
    }
    table.lines().forEach(line -> screen.line("  " + line));
  }

  /** {@code 노출수 (impressions)} takes two lines. */
  private static TextTable.Column column(String header) {
    boolean id = header.endsWith("id)");
    int english = header.indexOf(" (");
    List<String> lines =
        english < 0
            ? List.of(header)
            : List.of(
                header.substring(0, english), header.substring(english + 2, header.length() - 1));
    return new TextTable.Column(lines, id ? WIDEST_ID : WIDEST_TEXT, id);
  }

  private static List<String> texts(JsonNode row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.asText()));
    return texts;
  }
}
