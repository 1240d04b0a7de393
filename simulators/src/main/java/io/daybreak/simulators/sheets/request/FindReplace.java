package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.values.TypedValue;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code findReplace}: in texts, and in formulas where they are asked for. */
record FindReplace(
    @Nullable String find,
    @Nullable String replacement,
    @Nullable GridRange range,
    @Nullable Integer sheetId,
    @Nullable Boolean allSheets,
    @Nullable Boolean matchCase,
    @Nullable Boolean matchEntireCell,
    @Nullable Boolean searchByRegex,
    @Nullable Boolean includeFormulas)
    implements Request {

  /** What was changed so far. */
  private static final class Counts {
    int values;
    int formulas;
    int rows;
    int sheets;
    int occurrences;
  }

  @Override
  public ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    if (find == null || find.isEmpty()) {
      throw Refusal.invalid("Must specify a non-empty find string."); // [?]
    }
    Pattern wanted = pattern(find);
    Counts counts = new Counts();
    for (Tab tab : tabs(spreadsheet)) {
      Area area = range == null ? tab.grid().area() : range.within(tab);
      int rowsBefore = counts.rows;
      for (int index = area.top();
          index < Math.min(area.bottom(), tab.grid().filledRows());
          index++) {
        replace(spreadsheet, drive, tab, index, area, wanted, counts);
      }
      counts.sheets += counts.rows > rowsBefore ? 1 : 0;
    }
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    put(reply, "valuesChanged", counts.values);
    put(reply, "formulasChanged", counts.formulas);
    put(reply, "rowsChanged", counts.rows);
    put(reply, "sheetsChanged", counts.sheets);
    put(reply, "occurrencesChanged", counts.occurrences);
    return reply;
  }

  private void replace(
      Spreadsheet spreadsheet,
      Drive drive,
      Tab tab,
      int index,
      Area area,
      Pattern wanted,
      Counts counts) {
    Row row = tab.grid().row(index);
    Row.Draft draft = row.change();
    boolean changed = false;
    for (int column = area.left(); column < Math.min(area.right(), row.width()); column++) {
      CellValue before = drive.codes().decode(row.cell(column));
      boolean formula = before instanceof CellValue.Formula;
      String text = text(before);
      if (text == null || formula && !Boolean.TRUE.equals(includeFormulas)) {
        continue;
      }
      Matcher matcher = wanted.matcher(text);
      int found = (int) matcher.results().count();
      if (found == 0) {
        continue;
      }
      spreadsheet.requireEditable(tab, new Area(index, column, index + 1, column + 1));
      String after = wanted.matcher(text).replaceAll(replacementText());
      draft.cell(column, code(after, drive));
      counts.occurrences += found;
      counts.formulas += formula ? 1 : 0;
      counts.values += formula ? 0 : 1;
      changed = true;
    }
    if (changed) {
      tab.grid().row(index, draft.row());
      counts.rows++;
    }
  }

  /** A changed text is taken as if it were typed; a formula is resolved anew. */
  private static long code(String text, Drive drive) {
    return text.isEmpty() ? CellCode.BLANK : drive.codes().encode(TypedValue.of(text));
  }

  private static @Nullable String text(CellValue value) {
    if (value instanceof CellValue.Text text) {
      return text.text();
    }
    return value instanceof CellValue.Formula formula ? formula.formula() : null;
  }

  private String replacementText() {
    String given = replacement == null ? "" : replacement;
    return Boolean.TRUE.equals(searchByRegex) ? given : Matcher.quoteReplacement(given);
  }

  private Pattern pattern(String text) {
    String regex = Boolean.TRUE.equals(searchByRegex) ? text : Pattern.quote(text);
    int flags =
        Boolean.TRUE.equals(matchCase) ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    try {
      return Pattern.compile(
          Boolean.TRUE.equals(matchEntireCell) ? "^(?:" + regex + ")$" : regex, flags);
    } catch (PatternSyntaxException e) {
      throw Refusal.invalid("Invalid regular expression: " + text); // [?]
    }
  }

  private List<Tab> tabs(Spreadsheet spreadsheet) {
    if (range != null) {
      return List.of(range.tab(spreadsheet));
    }
    if (sheetId != null) {
      return List.of(spreadsheet.tab(sheetId));
    }
    if (Boolean.TRUE.equals(allSheets)) {
      return spreadsheet.tabs();
    }
    throw Refusal.invalid("Must specify a scope: range, sheetId or allSheets."); // [?]
  }

  /** Google leaves out what is 0. */
  private static void put(ObjectNode reply, String name, int count) {
    if (count > 0) {
      reply.put(name, count);
    }
  }
}
