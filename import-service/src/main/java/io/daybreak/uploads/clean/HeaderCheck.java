package io.daybreak.uploads.clean;

import io.daybreak.kit.textfile.CellRead;
import io.daybreak.kit.textfile.TextFile.Line;
import io.daybreak.kit.textfile.Unseen;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.fault.Words;
import io.daybreak.uploads.table.ColumnType;
import io.daybreak.uploads.table.TableConfiguration;
import io.daybreak.uploads.table.TableConfiguration.Column;
import io.daybreak.uploads.table.TableConfiguration.Unpivot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a file's header with its table. */
final class HeaderCheck {

  private HeaderCheck() {}

  /**
   * The header's cells as they count.
   *
   * @throws UploadException if it is not the table's
   */
  static List<String> check(@Nullable Line header, TableConfiguration table) {
    if (header == null) {
      throw new UploadException(ErrorKind.EMPTY_FILE.with());
    }
    List<String> titles = header.cells().stream().map(Unseen::strip).toList();
    rejectTwice(header, titles);
    Unpivot unpivot = table.unpivot();
    if (unpivot == null) {
      compare(header, titles, table, table.columns());
      compareCount(header, titles.size(), table.columns().size());
    } else {
      compare(header, titles, table, table.columns().subList(0, unpivot.keep()));
      compareCount(header, Math.min(titles.size(), unpivot.keep() + 1), unpivot.keep() + 1);
      checkWide(header, titles, table, table.columns().get(unpivot.keep()), unpivot.keep());
    }
    return titles;
  }

  private static void rejectTwice(Line header, List<String> titles) {
    Set<String> seen = new HashSet<>();
    for (String title : titles) {
      if (!seen.add(title)) {
        throw new UploadException(ErrorKind.HEADER_TWICE.with(header.number(), title));
      }
    }
  }

  private static void compareCount(Line header, int found, int expected) {
    if (found != expected) {
      throw new UploadException(
          ErrorKind.COLUMN_COUNT_DIFFERS.with(header.number(), found, expected));
    }
  }

  private static void compare(
      Line header, List<String> titles, TableConfiguration table, List<Column> columns) {
    for (int i = 0; i < Math.min(columns.size(), titles.size()); i++) {
      String expected = table.headerOf(columns.get(i));
      if (!titles.get(i).equals(expected)) {
        throw new UploadException(ErrorKind.HEADER_DIFFERS.with(header.number(), i + 1, expected));
      }
    }
  }

  /** The headers of a wide table become values, so they are checked like values. */
  private static void checkWide(
      Line header, List<String> titles, TableConfiguration table, Column column, int keep) {
    ColumnType type = column.type();
    for (int i = keep; i < titles.size(); i++) {
      CellRead<String> read = table.values().read(type, titles.get(i));
      if (titles.get(i).isEmpty() || read.value() == null) {
        throw new UploadException(
            ErrorKind.VALUE_TYPE.with(
                header.number(),
                column.name(),
                type.label(),
                read.found() == null
                    ? new Words("EMPTY", "an empty header", "빈 머리글")
                    : Words.of(read.found()),
                type.form()));
      }
    }
  }
}
