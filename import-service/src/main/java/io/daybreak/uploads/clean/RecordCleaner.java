package io.daybreak.uploads.clean;

import static java.util.Objects.requireNonNull;

import io.daybreak.kit.textfile.CellRead;
import io.daybreak.kit.textfile.TextFile.Line;
import io.daybreak.kit.textfile.Unseen;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadError;
import io.daybreak.uploads.fault.Words;
import io.daybreak.uploads.table.TableConfiguration;
import io.daybreak.uploads.table.TableConfiguration.Blanks;
import io.daybreak.uploads.table.TableConfiguration.Column;
import io.daybreak.uploads.table.TableConfiguration.Unpivot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table's records out of the file's: unpivots, drops the blank ones, splits cells with
 * several values, then checks every value against its column's type, the index column first.
 */
public final class RecordCleaner {

  /** Takes what comes out. */
  public interface Output {

    /** A record of the table. */
    void row(List<String> values);

    /** A record of the file that is wrong; nothing of it comes out. */
    void badRow(BadRow row);
  }

  /** A record is wrong. */
  private static final class WrongRecord extends Exception {

    private static final long serialVersionUID = 1L;

    final transient UploadError error;

    WrongRecord(UploadError error) {
      super(error.english(), null, false, false);
      this.error = error;
    }
  }

  private final TableConfiguration table;
  private final List<String> header;
  private final Output output;
  private final int split;
  private long read;
  private long written;
  private long dropped;
  private long added;

  /**
   * @param header the file's first record, or null if it has none
   */
  public RecordCleaner(TableConfiguration table, @Nullable Line header, Output output) {
    this.table = table;
    this.header = HeaderCheck.check(header, table);
    this.output = output;
    this.split = place(table.splitColumn());
  }

  public void accept(Line line) {
    read++;
    try {
      List<List<String>> rows = clean(line);
      rows.forEach(output::row);
      written += rows.size();
    } catch (WrongRecord e) {
      output.badRow(BadRow.of(line.number(), e.error));
    }
  }

  public Counts counts() {
    return new Counts(read, written, dropped, added);
  }

  private List<List<String>> clean(Line line) throws WrongRecord {
    if (line.cells().size() != header.size()) {
      throw new WrongRecord(
          ErrorKind.COLUMN_COUNT_DIFFERS.with(line.number(), line.cells().size(), header.size()));
    }
    List<List<String>> cleaned = new ArrayList<>(1);
    for (List<String> row : unpivoted(line.cells())) {
      if (blank(row)) {
        dropped++;
      } else {
        addChecked(cleaned, line.number(), row);
      }
    }
    return cleaned;
  }

  private List<List<String>> unpivoted(List<String> fields) {
    Unpivot unpivot = table.unpivot();
    if (unpivot == null) {
      return List.of(fields);
    }
    List<List<String>> rows = new ArrayList<>(fields.size() - unpivot.keep());
    for (int i = unpivot.keep(); i < fields.size(); i++) {
      List<String> row = new ArrayList<>(fields.subList(0, unpivot.keep()));
      row.add(header.get(i));
      row.add(fields.get(i));
      rows.add(row);
    }
    added += rows.size() - 1;
    return rows;
  }

  /** An empty cell is as blank as one with a mark. */
  private boolean blank(List<String> row) {
    Blanks blanks = table.blanks();
    if (blanks == null) {
      return false;
    }
    for (int i = 0; i < row.size(); i++) {
      if (blanks.columns().contains(table.columns().get(i).name())) {
        String cell = Unseen.strip(row.get(i));
        if (cell.isEmpty() || blanks.marks().contains(cell)) {
          return true;
        }
      }
    }
    return false;
  }

  private void addChecked(List<List<String>> cleaned, long line, List<String> row)
      throws WrongRecord {
    if (split < 0 || row.get(split).isEmpty()) {
      cleaned.add(checked(line, row));
      return;
    }
    Optional<String> wrong = Splitting.wrongSeparator(row.get(split));
    if (wrong.isPresent()) {
      throw new WrongRecord(ErrorKind.SPLIT_SEPARATOR.with(line, table.splitColumn(), wrong.get()));
    }
    List<String> values = Splitting.values(row.get(split));
    for (String value : values) {
      List<String> single = new ArrayList<>(row);
      single.set(split, value);
      cleaned.add(checked(line, single));
    }
    added += values.size() - 1;
  }

  private List<String> checked(long line, List<String> row) throws WrongRecord {
    List<String> values = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      Column column = table.columns().get(i);
      CellRead<String> read = table.values().read(column.type(), row.get(i));
      String value = read.value();
      if (value == null) {
        throw new WrongRecord(
            ErrorKind.VALUE_TYPE.with(
                line,
                column.name(),
                column.type().label(),
                Words.of(requireNonNull(read.found())),
                column.type().form()));
      }
      if (i == 0 && Unseen.isBlank(value)) {
        throw new WrongRecord(ErrorKind.INDEX_EMPTY.with(line, column.name()));
      }
      values.add(value);
    }
    return values;
  }

  private int place(@Nullable String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
