package io.daybreak.sheets.google;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.sheets.grid.Area;
import io.daybreak.sheets.grid.GridChange;
import java.util.List;
import java.util.Map;

/** Changes of cells in Google's words. */
final class CellRequests {

  private CellRequests() {}

  /**
   * Rows as Google's cells. They are made one by one while the request is written, so that a large
   * one takes no memory but that of its values.
   */
  static Map<String, Object> put(GridChange.PutRows put) {
    return Requests.other(
        "updateCells",
        Map.of(
            "range",
            Requests.range(put.tab(), put.fromRow(), put.rows().size(), put.columns()),
            "fields",
            "userEnteredValue",
            "rows",
            Views.of(put.rows(), row -> Map.of("values", Views.of(row, CellRequests::cell)))));
  }

  private static Map<String, Object> cell(Object value) {
    if (value instanceof String text) {
      return text.isEmpty() ? Map.of() : Map.of("userEnteredValue", Map.of("stringValue", text));
    }
    return Map.of("userEnteredValue", Map.of("numberValue", value));
  }

  static Map<String, Object> put(GridChange.PutFormulas put) {
    Area cells =
        new Area(put.row(), put.row() + 1, put.column(), put.column() + put.formulas().size());
    return Requests.other(
        "updateCells",
        Map.of(
            "range",
            Requests.range(put.tab(), cells),
            "fields",
            "userEnteredValue",
            "rows",
            List.of(
                Map.of(
                    "values",
                    put.formulas().stream()
                        .map(text -> Map.of("userEnteredValue", Map.of("formulaValue", text)))
                        .toList()))));
  }

  static Map<String, Object> notice(GridChange.PutNotice notice) {
    Map<String, Object> cell =
        Map.of("userEnteredValue", Map.of("stringValue", notice.text()), "note", notice.note());
    return Requests.other(
        "updateCells",
        Map.of(
            "range",
            Requests.range(notice.tab(), 0, 1, 1),
            "fields",
            "userEnteredValue,note",
            "rows",
            List.of(Map.of("values", List.of(cell)))));
  }

  static Request put(GridChange.PutTexts put) {
    List<RowData> rows =
        put.rows().stream()
            .map(row -> new RowData().setValues(row.stream().map(CellRequests::textCell).toList()))
            .toList();
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setRange(
                    Requests.range(
                        put.tab(), put.fromRow(), put.rows().size(), put.rows().get(0).size()))
                .setRows(rows)
                .setFields("userEnteredValue"));
  }

  private static CellData textCell(String text) {
    return text.isEmpty()
        ? new CellData()
        : new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text));
  }

  static Request copy(GridChange.CopyValues copy) {
    return new Request()
        .setCopyPaste(
            new CopyPasteRequest()
                .setSource(
                    Requests.range(copy.fromTab(), copy.fromRow(), copy.rows(), copy.columns()))
                .setDestination(
                    Requests.range(copy.toTab(), copy.toRow(), copy.rows(), copy.columns()))
                .setPasteType("PASTE_VALUES")
                .setPasteOrientation("NORMAL"));
  }

  static Request format(GridChange.FormatColumn format) {
    GridRange toTheEnd =
        new GridRange()
            .setSheetId(format.tab())
            .setStartRowIndex(format.fromRow())
            .setStartColumnIndex(format.column())
            .setEndColumnIndex(format.column() + 1);
    CellFormat cellFormat = new CellFormat();
    if (format.type() != CellType.NUMBER) {
      cellFormat.setNumberFormat(
          format.type() == CellType.DATE
              ? new NumberFormat().setType("DATE").setPattern("yyyy-mm-dd")
              : new NumberFormat().setType("TEXT").setPattern("@"));
    }
    // A number keeps Google's automatic format: whole numbers without, costs with decimals.
    return new Request()
        .setRepeatCell(
            new RepeatCellRequest()
                .setRange(toTheEnd)
                .setCell(new CellData().setUserEnteredFormat(cellFormat))
                .setFields("userEnteredFormat.numberFormat"));
  }

  static Request clear(GridChange.ClearRow clear) {
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setRange(Requests.range(clear.tab(), clear.row(), 1, clear.columns()))
                .setFields("userEnteredValue"));
  }
}
