package io.daybreak.uploads.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table's JSON says; {@code table.schema.json} describes it for those who write one.
 *
 * @param name the table, and the file's name without {@code .csv}
 * @param columns of the cleaned file, in order; the first one is the index
 * @param mappings the file's header by the column's name, where the two differ
 * @param encoding the file's charset
 */
public record TableConfiguration(
    String project,
    String name,
    List<Column> columns,
    Map<String, String> mappings,
    Encoding encoding,
    @Nullable Blanks blanks,
    @Nullable String splitColumn,
    @Nullable Unpivot unpivot,
    String targetPath,
    String jobName) {

  public TableConfiguration {
    columns = List.copyOf(columns);
    mappings = Map.copyOf(mappings);
  }

  public record Column(String name, ColumnType type) {}

  /** How the file is written. */
  public enum Encoding {
    /** UTF-8 if the first letters that are not ASCII are that, else CP949. */
    AUTO,
    UTF_8,
    CP949
  }

  /** A record with one of these marks in one of these columns is dropped. */
  public record Blanks(Set<String> marks, Set<String> columns) {
    public Blanks {
      marks = Set.copyOf(marks);
      columns = Set.copyOf(columns);
    }
  }

  /**
   * A wide table becomes a long one: every column after the kept ones becomes a record of its own,
   * with the column's header and the cell as its last two values.
   *
   * @param keep columns at the left that every record keeps
   * @param titles the header of the cleaned file
   */
  public record Unpivot(int keep, List<String> titles) {
    public Unpivot {
      titles = List.copyOf(titles);
    }
  }

  /** The header that the file has above a column. */
  public String headerOf(Column column) {
    return mappings.getOrDefault(column.name(), column.name());
  }

  /** The header of the cleaned file. */
  public List<String> titles() {
    return unpivot == null ? columns.stream().map(Column::name).toList() : unpivot.titles();
  }
}
