package io.daybreak.uploads.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybreak.kit.textfile.BooleanForm;
import io.daybreak.kit.textfile.DateForm;
import io.daybreak.kit.textfile.Encoding;
import io.daybreak.kit.textfile.NumberForm;
import io.daybreak.kit.textfile.Separator;
import io.daybreak.kit.textfile.Unseen;
import io.daybreak.uploads.table.JsonShape.WrongShape;
import io.daybreak.uploads.table.TableConfiguration.Access;
import io.daybreak.uploads.table.TableConfiguration.Blanks;
import io.daybreak.uploads.table.TableConfiguration.Column;
import io.daybreak.uploads.table.TableConfiguration.Unpivot;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's JSON; whatever is not as it should be is an error that says where. */
final class TableParser {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,100}");
  private static final Pattern TARGET = Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/.+");
  private static final List<String> USUAL_MARKS = List.of(" ", "-", "ー");
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TableParser() {}

  /**
   * @param table the name that the file asks for
   * @throws WrongShape if the JSON is not a configuration of that table
   */
  static TableConfiguration parse(byte[] json, String table) {
    JsonShape root =
        JsonShape.of(
            tree(json),
            "$",
            Set.of("$schema", "project", "name", "schema", "mappings", "access", "options"));
    JsonShape options =
        root.member(
            "options",
            Set.of(
                "encoding",
                "separator",
                "values",
                "blanks",
                "splitColumn",
                "unpivot",
                "targetPath",
                "jobName"));
    List<Column> columns = columns(root.member("schema", Set.of("columns")));
    Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
    String name = Unseen.composed(named(root, "name"));
    if (!name.equals(table)) {
      throw new WrongShape(root.at("name"), "is not the name of the file");
    }
    return new TableConfiguration(
        named(root, "project"),
        name,
        columns,
        mappings(root, names),
        encoding(options),
        separator(options),
        values(options),
        access(root),
        blanks(options, names).orElse(null),
        options.optionalText("splitColumn").map(c -> known(c, names, "splitColumn")).orElse(null),
        unpivot(options, columns).orElse(null),
        targetPath(options),
        options.optionalText("jobName").orElse("{project}-{table}-load"));
  }

  private static JsonNode tree(byte[] json) {
    try {
      return STRICT.readTree(json);
    } catch (JsonProcessingException e) {
      throw new WrongShape("$", "is not JSON, see line " + e.getLocation().getLineNr());
    } catch (java.io.IOException e) {
      throw new WrongShape("$", "is not JSON in UTF-8");
    }
  }

  private static String named(JsonShape root, String member) {
    String name = root.text(member);
    if (!NAME.matcher(name).matches()) {
      throw new WrongShape(root.at(member), "has other characters than letters, digits, _ and -");
    }
    return name;
  }

  private static List<Column> columns(JsonShape schema) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : schema.list("columns")) {
      String path = schema.at("columns") + "[" + columns.size() + "]";
      JsonShape column = JsonShape.of(node, path, Set.of("name", "type", "index"));
      if (column.flag("index") != columns.isEmpty()) {
        throw new WrongShape(column.at("index"), "is true for the first column and no other");
      }
      if (!names.add(column.text("name"))) {
        throw new WrongShape(column.at("name"), "is there more than once");
      }
      columns.add(new Column(column.text("name"), type(column)));
    }
    return columns;
  }

  private static ColumnType type(JsonShape column) {
    String label = column.text("type");
    return Arrays.stream(ColumnType.values())
        .filter(type -> type.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongShape(
                    column.at("type"),
                    "is none of string, integer, decimal, boolean, date, timestamp"));
  }

  private static Map<String, String> mappings(JsonShape root, Set<String> names) {
    Map<String, String> mappings = new LinkedHashMap<>();
    if (root.optional("mappings").isPresent()) {
      JsonShape shape = root.member("mappings", names);
      names.forEach(
          name -> shape.optionalText(name).ifPresent(header -> mappings.put(name, header)));
    }
    return mappings;
  }

  private static @Nullable Encoding encoding(JsonShape options) {
    return switch (options.optionalText("encoding").orElse("auto")) {
      case "auto" -> null;
      case "utf-8" -> Encoding.UTF_8;
      case "utf-16" -> Encoding.UTF_16LE;
      case "cp949" -> Encoding.CP949;
      case "shift_jis" -> Encoding.SHIFT_JIS;
      case "euc-jp" -> Encoding.EUC_JP;
      case "windows-1252" -> Encoding.WINDOWS_1252;
      default ->
          throw new WrongShape(
              options.at("encoding"),
              "is none of auto, utf-8, utf-16, cp949, shift_jis, euc-jp, windows-1252");
    };
  }

  private static @Nullable Separator separator(JsonShape options) {
    return switch (options.optionalText("separator").orElse("auto")) {
      case "auto" -> null;
      case "comma" -> Separator.COMMA;
      case "semicolon" -> Separator.SEMICOLON;
      case "tab" -> Separator.TAB;
      default ->
          throw new WrongShape(options.at("separator"), "is none of auto, comma, semicolon, tab");
    };
  }

  private static ValueForms values(JsonShape options) {
    if (options.optional("values").isEmpty()) {
      return ValueForms.STRICT;
    }
    JsonShape values =
        options.member("values", Set.of("numbers", "dates", "booleans", "zone", "trim"));
    return new ValueForms(
        some(values, "numbers", NumberForm.Option.class),
        some(values, "dates", DateForm.Option.class),
        some(values, "booleans", BooleanForm.Option.class),
        values.optionalText("zone").map(zone -> zone(values, zone)).orElse(null),
        values.flag("trim"));
  }

  private static ZoneId zone(JsonShape values, String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new WrongShape(values.at("zone"), "is no time zone such as Asia/Seoul");
    }
  }

  /** Options by the names of their constants, in small letters with hyphens. */
  private static <E extends Enum<E>> Set<E> some(JsonShape values, String member, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    if (values.optional(member).isPresent()) {
      for (String word : values.texts(member)) {
        chosen.add(
            Arrays.stream(type.getEnumConstants())
                .filter(option -> word(option).equals(word))
                .findFirst()
                .orElseThrow(
                    () ->
                        new WrongShape(
                            values.at(member),
                            "has another word than "
                                + Arrays.stream(type.getEnumConstants())
                                    .map(TableParser::word)
                                    .collect(Collectors.joining(", ")))));
      }
    }
    return chosen;
  }

  private static String word(Enum<?> option) {
    return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Access access(JsonShape root) {
    if (root.optional("access").isEmpty()) {
      return Access.OPEN;
    }
    JsonShape access = root.member("access", Set.of("channels", "users"));
    return new Access(ids(access, "channels"), ids(access, "users"));
  }

  private static Set<String> ids(JsonShape access, String member) {
    return access.optional(member).isEmpty() ? Set.of() : new HashSet<>(access.texts(member));
  }

  private static Optional<Blanks> blanks(JsonShape options, Set<String> names) {
    if (options.optional("blanks").isEmpty()) {
      return Optional.empty();
    }
    JsonShape blanks = options.member("blanks", Set.of("marks", "columns"));
    List<String> marks = blanks.optional("marks").isEmpty() ? USUAL_MARKS : blanks.texts("marks");
    Set<String> columns = new HashSet<>(blanks.texts("columns"));
    columns.forEach(column -> known(column, names, "blanks.columns"));
    return Optional.of(new Blanks(new HashSet<>(marks), columns));
  }

  private static Optional<Unpivot> unpivot(JsonShape options, List<Column> columns) {
    if (options.optional("unpivot").isEmpty()) {
      return Optional.empty();
    }
    JsonShape unpivot = options.member("unpivot", Set.of("keep", "titles"));
    List<String> titles = unpivot.texts("titles");
    int keep = unpivot.number("keep");
    if (titles.size() != columns.size()) {
      throw new WrongShape(
          unpivot.at("titles"),
          "has %d titles for %d columns".formatted(titles.size(), columns.size()));
    }
    if (keep < 1 || keep + 2 != columns.size()) {
      throw new WrongShape(
          unpivot.at("keep"),
          "leaves not just two of the %d columns, for header and value".formatted(columns.size()));
    }
    return Optional.of(new Unpivot(keep, titles));
  }

  private static String targetPath(JsonShape options) {
    String target = options.text("targetPath");
    if (!TARGET.matcher(target).matches()) {
      throw new WrongShape(options.at("targetPath"), "is not of the form s3://bucket/key");
    }
    return target;
  }

  private static String known(String column, Set<String> names, String member) {
    if (!names.contains(column)) {
      throw new WrongShape("$.options." + member, "names a column that the schema does not have");
    }
    return column;
  }
}
