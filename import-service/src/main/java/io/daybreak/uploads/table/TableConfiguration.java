package io.daybreak.uploads.table;

import io.daybreak.kit.textfile.Encoding;
import io.daybreak.kit.textfile.Separator;
import io.daybreak.kit.textfile.Unseen;
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
 * @param encoding of the file; null to find it out
 * @param separator of the file's cells; null to find it out
 * @param values how cells may be written
 * @param access who may load it
 */
public record TableConfiguration(
    String project,
    String name,
    List<Column> columns,
    Map<String, String> mappings,
    @Nullable Encoding encoding,
    @Nullable Separator separator,
    ValueForms values,
    Access access,
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

  /**
   * Who may load the table.
   *
   * @param channels Slack's ids; empty for every channel
   * @param users Slack's ids; empty for everybody in those channels
   */
  public record Access(Set<String> channels, Set<String> users) {

    /** Everybody who can share files where the app is. */
    public static final Access OPEN = new Access(Set.of(), Set.of());

    public Access {
      channels = Set.copyOf(channels);
      users = Set.copyOf(users);
    }

    /** Whether a file that this person shared in this channel may be loaded. */
    public boolean allows(String channel, @Nullable String user) {
      return (channels.isEmpty() || channels.contains(channel))
          && (users.isEmpty() || user != null && users.contains(user));
    }
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
    return Unseen.composed(mappings.getOrDefault(column.name(), column.name()));
  }

  /** The header of the cleaned file. */
  public List<String> titles() {
    return unpivot == null ? columns.stream().map(Column::name).toList() : unpivot.titles();
  }
}
