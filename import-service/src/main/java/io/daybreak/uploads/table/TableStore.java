package io.daybreak.uploads.table;

import io.daybreak.kit.textfile.Unseen;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.table.JsonShape.WrongShape;
import io.daybreak.uploads.warehouse.ObjectGateway;
import io.daybreak.uploads.warehouse.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configurations in the bucket: {@code {prefix}{table}.json}. */
@ApplicationScoped
public class TableStore {

  private static final Pattern FILE_NAME =
      Pattern.compile("([\\p{L}\\p{N}_-]{1,100})\\.csv", Pattern.CASE_INSENSITIVE);

  /** Spreadsheets and texts, with what programs add to a name: {@code sales (1).xlsx}. */
  private static final Pattern SHEET_NAME =
      Pattern.compile(
          "(.*?)(?: - .*| ?\\([0-9]+\\))?\\.(csv|tsv|tab|txt|xlsx|xlsm|xlsb|xls|ods|numbers|zip|gz)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String SUFFIX = ".json";
  private static final int TABLES_NAMED = 20;

  private final ObjectGateway objects;
  private final CsvConfig config;

  TableStore(ObjectGateway objects, CsvConfig config) {
    this.objects = objects;
    this.config = config;
  }

  /**
   * The table that a file is for, if its name can be that of one; a Mac writes letters in pieces.
   */
  public static Optional<String> tableOf(String fileName) {
    Matcher name = FILE_NAME.matcher(Unseen.composed(fileName));
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /**
   * Whether whoever shared a file of this name may have meant a table: a CSV file, or a spreadsheet
   * or text that is called like a table. Everything else in a channel is nobody's concern.
   */
  public boolean isMeant(String fileName) {
    Matcher name = SHEET_NAME.matcher(Unseen.composed(fileName));
    if (!name.matches()) {
      return false;
    }
    return name.group(2).equalsIgnoreCase("csv")
        || tables().stream().anyMatch(table -> table.equalsIgnoreCase(name.group(1).strip()));
  }

  /**
   * The configuration of a table.
   *
   * @param seenBefore whether the table was loaded before, so that the fault is not the file's name
   * @throws UploadException if there is none, or it cannot be read
   */
  public TableConfiguration find(String table, boolean seenBefore) {
    String key = config.configurationPrefix() + table + SUFFIX;
    String place = "s3://" + config.configurationBucket() + "/" + key;
    try {
      byte[] json =
          objects
              .read(config.configurationBucket(), key)
              .orElseThrow(() -> missing(place, seenBefore));
      return TableParser.parse(json, table);
    } catch (WrongShape e) {
      throw new UploadException(ErrorKind.CONFIGURATION_INVALID.with(place, e.getMessage()), e);
    } catch (StoreException e) {
      throw new UploadException(ErrorKind.CONFIGURATION_MISSING.with(place), e);
    }
  }

  /** The answer to a file whose name is that of no table. */
  public UploadException unknownName() {
    List<String> tables = tables();
    if (tables.isEmpty()) {
      String place = "s3://" + config.configurationBucket() + "/" + config.configurationPrefix();
      return new UploadException(ErrorKind.CONFIGURATION_MISSING.with(place));
    }
    String named =
        String.join(", ", tables.subList(0, Math.min(TABLES_NAMED, tables.size())))
            + (tables.size() > TABLES_NAMED ? ", …" : "");
    return new UploadException(ErrorKind.FILE_NAME_UNKNOWN.with(named));
  }

  private UploadException missing(String place, boolean seenBefore) {
    return seenBefore
        ? new UploadException(ErrorKind.CONFIGURATION_MISSING.with(place))
        : unknownName();
  }

  /** The names of all tables, sorted; none if the bucket cannot be listed. */
  List<String> tables() {
    try {
      return objects.keys(config.configurationBucket(), config.configurationPrefix()).stream()
          .filter(key -> key.endsWith(SUFFIX))
          .map(key -> key.substring(config.configurationPrefix().length()))
          .map(name -> Unseen.composed(name.substring(0, name.length() - SUFFIX.length())))
          .sorted()
          .toList();
    } catch (StoreException e) {
      return List.of();
    }
  }
}
