package io.daybreak.sheets.google;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.MergeCellsRequest;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UnmergeCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.sheets.grid.GridChange;
import java.util.List;

/** Says our changes in Google's words. */
final class Requests {

  private static final String ROWS = "ROWS";
  private static final String COLUMNS = "COLUMNS";

  private Requests() {}

  static Request of(GridChange change) {
    if (change instanceof GridChange.AddHiddenTab add) {
      return add(add);
    } else if (change instanceof GridChange.RemoveTab remove) {
      return new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(remove.tab()));
    } else if (change instanceof GridChange.Rename rename) {
      return update(properties(rename.tab()).setTitle(rename.title()), "title");
    } else if (change instanceof GridChange.Show show) {
      return update(properties(show.tab()).setHidden(false), "hidden");
    } else if (change instanceof GridChange.FreezeRows freeze) {
      return freeze(freeze);
    } else if (change instanceof GridChange.DeleteRows delete) {
      return delete(delete.tab(), ROWS, delete.from(), delete.to());
    } else if (change instanceof GridChange.DeleteColumns delete) {
      return delete(delete.tab(), COLUMNS, delete.from(), delete.to());
    } else if (change instanceof GridChange.AppendRows append) {
      return append(append.tab(), ROWS, append.count());
    } else if (change instanceof GridChange.AppendColumns append) {
      return append(append.tab(), COLUMNS, append.count());
    } else if (change instanceof GridChange.UnmergeAll unmerge) {
      return new Request()
          .setUnmergeCells(
              new UnmergeCellsRequest().setRange(new GridRange().setSheetId(unmerge.tab())));
    } else if (change instanceof GridChange.MergeInRow merge) {
      return new Request()
          .setMergeCells(
              new MergeCellsRequest()
                  .setRange(range(merge.tab(), merge.row(), 1, merge.columns()))
                  .setMergeType("MERGE_ALL"));
    } else if (change instanceof GridChange.PutTexts put) {
      return put(put);
    } else if (change instanceof GridChange.ClearRow clear) {
      return new Request()
          .setUpdateCells(
              new UpdateCellsRequest()
                  .setRange(range(clear.tab(), clear.row(), 1, clear.columns()))
                  .setFields("userEnteredValue"));
    } else if (change instanceof GridChange.CopyValues copy) {
      return copy(copy);
    } else if (change instanceof GridChange.FormatColumn format) {
      return format(format);
    }
    throw new IllegalArgumentException("A change without a request: " + change);
  }

  private static Request add(GridChange.AddHiddenTab add) {
    SheetProperties properties =
        properties(add.tab())
            .setTitle(add.title())
            .setHidden(true)
            .setGridProperties(
                new GridProperties().setRowCount(add.rows()).setColumnCount(add.columns()));
    return new Request().setAddSheet(new AddSheetRequest().setProperties(properties));
  }

  private static Request freeze(GridChange.FreezeRows freeze) {
    GridProperties grid =
        new GridProperties().setFrozenRowCount(freeze.rows()).setFrozenColumnCount(0);
    return update(
        properties(freeze.tab()).setGridProperties(grid),
        "gridProperties.frozenRowCount,gridProperties.frozenColumnCount");
  }

  private static Request put(GridChange.PutTexts put) {
    List<RowData> rows =
        put.rows().stream()
            .map(row -> new RowData().setValues(row.stream().map(Requests::textCell).toList()))
            .toList();
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setRange(
                    range(put.tab(), put.fromRow(), put.rows().size(), put.rows().get(0).size()))
                .setRows(rows)
                .setFields("userEnteredValue"));
  }

  private static CellData textCell(String text) {
    return text.isEmpty()
        ? new CellData()
        : new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text));
  }

  private static Request copy(GridChange.CopyValues copy) {
    return new Request()
        .setCopyPaste(
            new CopyPasteRequest()
                .setSource(range(copy.fromTab(), copy.fromRow(), copy.rows(), copy.columns()))
                .setDestination(range(copy.toTab(), copy.toRow(), copy.rows(), copy.columns()))
                .setPasteType("PASTE_VALUES")
                .setPasteOrientation("NORMAL"));
  }

  private static Request format(GridChange.FormatColumn format) {
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

  private static Request update(SheetProperties properties, String fields) {
    return new Request()
        .setUpdateSheetProperties(
            new UpdateSheetPropertiesRequest().setProperties(properties).setFields(fields));
  }

  private static Request delete(int tab, String dimension, int from, int to) {
    return new Request()
        .setDeleteDimension(
            new DeleteDimensionRequest()
                .setRange(
                    new DimensionRange()
                        .setSheetId(tab)
                        .setDimension(dimension)
                        .setStartIndex(from)
                        .setEndIndex(to)));
  }

  private static Request append(int tab, String dimension, int count) {
    return new Request()
        .setAppendDimension(
            new AppendDimensionRequest().setSheetId(tab).setDimension(dimension).setLength(count));
  }

  private static SheetProperties properties(int tab) {
    return new SheetProperties().setSheetId(tab);
  }

  private static GridRange range(int tab, int fromRow, int rows, int columns) {
    return new GridRange()
        .setSheetId(tab)
        .setStartRowIndex(fromRow)
        .setEndRowIndex(fromRow + rows)
        .setStartColumnIndex(0)
        .setEndColumnIndex(columns);
  }
}
