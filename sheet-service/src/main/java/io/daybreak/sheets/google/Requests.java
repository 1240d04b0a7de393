package io.daybreak.sheets.google;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.MergeCellsRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import io.daybreak.sheets.grid.Area;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.GridRanges;
import io.daybreak.sheets.grid.Mark;
import java.util.List;
import java.util.Map;

/** Says our changes in Google's words. */
final class Requests {

  private static final String ROWS = "ROWS";
  private static final String COLUMNS = "COLUMNS";

  private Requests() {}

  /** A {@link Request}, or a map that is written as one. */
  static Object of(GridChange change) {
    if (change instanceof GridChange.AddTab add) {
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
    } else if (change instanceof GridChange.InsertRows insert) {
      return insert(insert);
    } else if (change instanceof GridChange.Unmerge unmerge) {
      return other("unmergeCells", Map.of("range", range(unmerge.tab(), unmerge.area())));
    } else if (change instanceof GridChange.MergeInRow merge) {
      return new Request()
          .setMergeCells(
              new MergeCellsRequest()
                  .setRange(range(merge.tab(), merge.row(), 1, merge.columns()))
                  .setMergeType("MERGE_ALL"));
    } else if (change instanceof GridChange.PutTexts put) {
      return CellRequests.put(put);
    } else if (change instanceof GridChange.PutRows put) {
      return CellRequests.put(put);
    } else if (change instanceof GridChange.PutFormulas put) {
      return CellRequests.put(put);
    } else if (change instanceof GridChange.PutNotice notice) {
      return CellRequests.notice(notice);
    } else if (change instanceof GridChange.ClearFilter clear) {
      return other("clearBasicFilter", Map.of("sheetId", clear.tab()));
    } else if (change instanceof GridChange.SetFilter set) {
      return other("setBasicFilter", Map.of("filter", set.filter().over(set.tab(), set.area())));
    } else if (change instanceof GridChange.AddName add) {
      return other(
          "addNamedRange",
          Map.of("namedRange", Map.of("name", add.name(), "range", range(add.tab(), add.area()))));
    } else if (change instanceof GridChange.MoveName move) {
      return other(
          "updateNamedRange",
          Map.of(
              "namedRange",
              Map.of("namedRangeId", move.id(), "range", range(move.tab(), move.area())),
              "fields",
              "range"));
    } else if (change instanceof GridChange.AddMark add) {
      return addMark(add);
    } else if (change instanceof GridChange.Nothing) {
      return other(
          "deleteDeveloperMetadata",
          Map.of(
              "dataFilter",
              Map.of("developerMetadataLookup", Map.of("metadataKey", "daybreak.nothing"))));
    } else if (change instanceof GridChange.ChangeMark mark) {
      return changeMark(mark);
    } else if (change instanceof GridChange.ClearRow clear) {
      return CellRequests.clear(clear);
    } else if (change instanceof GridChange.CopyValues copy) {
      return CellRequests.copy(copy);
    } else if (change instanceof GridChange.FormatColumn format) {
      return CellRequests.format(format);
    }
    throw new IllegalArgumentException("A change without a request: " + change);
  }

  private static Request add(GridChange.AddTab add) {
    SheetProperties properties =
        properties(add.tab())
            .setTitle(add.title())
            .setHidden(add.hidden())
            .setGridProperties(
                new GridProperties().setRowCount(add.rows()).setColumnCount(add.columns()));
    return new Request().setAddSheet(new AddSheetRequest().setProperties(properties));
  }

  private static Request freeze(GridChange.FreezeRows freeze) {
    GridProperties grid = new GridProperties().setFrozenRowCount(freeze.rows());
    return update(
        properties(freeze.tab()).setGridProperties(grid), "gridProperties.frozenRowCount");
  }

  private static Map<String, Object> addMark(GridChange.AddMark add) {
    return other(
        "createDeveloperMetadata",
        Map.of(
            "developerMetadata",
            Map.of(
                "metadataKey",
                Mark.KEY,
                "metadataValue",
                add.value(),
                "location",
                Map.of("sheetId", add.tab()),
                "visibility",
                "DOCUMENT")));
  }

  private static Map<String, Object> changeMark(GridChange.ChangeMark mark) {
    return other(
        "updateDeveloperMetadata",
        Map.of(
            "dataFilters",
            List.of(Map.of("developerMetadataLookup", Map.of("metadataId", mark.mark()))),
            "developerMetadata",
            Map.of("metadataValue", mark.value()),
            "fields",
            "metadataValue"));
  }

  /** Rows look like the ones that they push down. */
  private static Map<String, Object> insert(GridChange.InsertRows insert) {
    return other(
        "insertDimension",
        Map.of(
            "range",
            Map.of(
                "sheetId",
                insert.tab(),
                "dimension",
                ROWS,
                "startIndex",
                insert.at(),
                "endIndex",
                insert.at() + insert.count()),
            "inheritFromBefore",
            false));
  }

  /** Says a request by its name, with plain maps and lists, which need no class of their own. */
  static Map<String, Object> other(String name, Map<String, Object> body) {
    return Map.of(name, body);
  }

  static Map<String, Object> range(int tab, Area area) {
    return GridRanges.of(tab, area);
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

  static GridRange range(int tab, int fromRow, int rows, int columns) {
    return new GridRange()
        .setSheetId(tab)
        .setStartRowIndex(fromRow)
        .setEndRowIndex(fromRow + rows)
        .setStartColumnIndex(0)
        .setEndColumnIndex(columns);
  }
}
