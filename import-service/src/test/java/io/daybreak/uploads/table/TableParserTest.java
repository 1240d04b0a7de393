package io.daybreak.uploads.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.textfile.BooleanForm;
import io.daybreak.kit.textfile.DateForm;
import io.daybreak.kit.textfile.Encoding;
import io.daybreak.kit.textfile.NumberForm;
import io.daybreak.kit.textfile.Separator;
import io.daybreak.uploads.table.JsonShape.WrongShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableParserTest {

  /** Tests run in the module's folder. */
  private static final Path DOCS = Path.of("../docs/csv");

  private static final String SMALL =
      """
      {"project": "p", "name": "t",
       "schema": {"columns": [{"name": "id", "type": "integer", "index": true},
                              {"name": "day", "type": "date"},
                              {"name": "value", "type": "decimal"}]},
       "options": {"targetPath": "s3://lake/t.csv"}}""";

  @Test
  void thePublishedExampleIsAConfiguration() throws IOException {
    TableConfiguration table =
        TableParser.parse(Files.readAllBytes(DOCS.resolve("sales.json")), "sales");

    assertThat(table.columns()).hasSize(5);
    assertThat(table.headerOf(table.columns().get(1))).isEqualTo("날짜");
    assertThat(table.splitColumn()).isEqualTo("tag");
  }

  @Test
  void thePublishedSchemaNamesTheSameMembersAndTypes() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(DOCS.resolve("table.schema.json").toFile());
    List<String> types = new ArrayList<>();
    schema
        .at("/properties/schema/properties/columns/items/properties/type/enum")
        .forEach(type -> types.add(type.asText()));
    List<String> options = new ArrayList<>();
    schema.at("/properties/options/properties").fieldNames().forEachRemaining(options::add);

    assertThat(types)
        .containsExactlyElementsOf(
            Arrays.stream(ColumnType.values()).map(ColumnType::label).toList());
    assertThat(options)
        .containsExactlyInAnyOrder(
            "encoding",
            "separator",
            "values",
            "blanks",
            "splitColumn",
            "unpivot",
            "targetPath",
            "jobName");
    assertThat(words(schema, "numbers")).isEqualTo(words(NumberForm.Option.values()));
    assertThat(words(schema, "dates")).isEqualTo(words(DateForm.Option.values()));
    assertThat(words(schema, "booleans")).isEqualTo(words(BooleanForm.Option.values()));
  }

  private static List<String> words(JsonNode schema, String member) {
    List<String> words = new ArrayList<>();
    schema
        .at("/properties/options/properties/values/properties/" + member + "/items/enum")
        .forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<String> words(Enum<?>... options) {
    return Arrays.stream(options)
        .map(option -> option.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  @Test
  void aTableSaysHowCellsMayBeWrittenAndWhoMayLoadIt() {
    TableConfiguration table =
        parse(
            SMALL.replace(
                "\"options\": {",
                """
                    "access": {"channels": ["C7"], "users": ["U1", "U2"]},
                    "options": {"encoding": "shift_jis", "separator": "tab",
                      "values": {"numbers": ["thousands"], "dates": ["korean"],
                                 "booleans": ["yes-no"], "zone": "Asia/Seoul", "trim": true},
                    """));

    assertThat(table.encoding()).isEqualTo(Encoding.SHIFT_JIS);
    assertThat(table.separator()).isEqualTo(Separator.TAB);
    assertThat(table.values().read(ColumnType.DECIMAL, "1,234.5").value()).isEqualTo("1234.5");
    assertThat(table.values().read(ColumnType.DATE, "2026. 11. 20").value())
        .isEqualTo("2026-11-20");
    assertThat(table.values().read(ColumnType.TIMESTAMP, "2026-11-20T07:30:00Z").value())
        .isEqualTo("2026-11-20 16:30:00");
    assertThat(table.values().read(ColumnType.STRING, " a\u00a0").value()).isEqualTo("a");
    assertThat(table.access().allows("C7", "U2")).isTrue();
    assertThat(table.access().allows("C7", "U3")).isFalse();
    assertThat(table.access().allows("C7", null)).isFalse();
    assertThat(table.access().allows("C8", "U1")).isFalse();
    assertThat(parse(SMALL).access().allows("C8", null)).isTrue();
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    TableConfiguration table = parse(SMALL);

    assertThat(table.encoding()).as("found out").isNull();
    assertThat(table.separator()).as("found out").isNull();
    assertThat(table.values()).isSameAs(ValueForms.STRICT);
    assertThat(table.jobName()).isEqualTo("{project}-{table}-load");
    assertThat(table.titles()).containsExactly("id", "day", "value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "project": "p"      | "project": "a b"                       | $.project
          "project": "p"      | "project": "p", "project": "q"         | $
          "name": "t"         | "name": "other"                        | $.name
          "type": "date"      | "type": "day"                          | $.schema.columns[1].type
          "type": "date"      | "type": "date", "index": true          | $.schema.columns[1].index
          "name": "value"     | "name": "id"                           | $.schema.columns[2].name
          "targetPath"        | "path"                                 | $.options
          "s3://lake/t.csv"   | "lake/t.csv"                           | $.options.targetPath
          "options": {        | "options": {"splitColumn": "x",        | $.options.splitColumn
          "options": {        | "options": {"encoding": "latin",       | $.options.encoding
          "options": {        | "options": {"separator": "bar",        | $.options.separator
          "options": {        | "options": {"values": {"dates": ["eu"]}, | $.options.values.dates
          "options": {        | "options": {"values": {"zone": "Soul"}, | $.options.values.zone
          "options": {        | "access": {"teams": ["x"]}, "options": { | $.access
          "options": {        | "options": {"unpivot": {"keep": 1, "titles": ["a", "b"]}, | unpivot.titles
          "options": {        | "options": {"unpivot": {"keep": 2, "titles": ["a", "b", "c"]}, | unpivot.keep
          """)
  void whatIsWrongIsNamedByItsPlace(String from, String to, String place) {
    assertThatThrownBy(() -> parse(SMALL.replace(from, to)))
        .isInstanceOf(WrongShape.class)
        .hasMessageContaining(place);
  }

  private static TableConfiguration parse(String json) {
    return TableParser.parse(json.getBytes(StandardCharsets.UTF_8), "t");
  }
}
