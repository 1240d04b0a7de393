package io.daybreak.uploads.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.kit.textfile.TextFile.Line;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.table.ColumnType;
import io.daybreak.uploads.table.TableConfiguration;
import io.daybreak.uploads.table.TableConfiguration.Access;
import io.daybreak.uploads.table.TableConfiguration.Blanks;
import io.daybreak.uploads.table.TableConfiguration.Column;
import io.daybreak.uploads.table.TableConfiguration.Unpivot;
import io.daybreak.uploads.table.ValueForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCleanerTest implements RecordCleaner.Output {

  private final List<List<String>> rows = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();

  @Override
  public void row(List<String> values) {
    rows.add(values);
  }

  @Override
  public void badRow(BadRow row) {
    badRows.add(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "-", "ー", ""})
  void aBlankMarkDropsTheRecord(String mark) {
    RecordCleaner cleaner =
        cleaner(
            table(new Blanks(Set.of(" ", "-", "ー"), Set.of("value")), null, null), "id,day,value");

    cleaner.accept(line(2, "1", "2026-11-20", mark));
    cleaner.accept(line(3, "2", "2026-11-20", "3"));

    assertThat(rows).containsExactly(List.of("2", "2026-11-20", "3"));
    assertThat(cleaner.counts()).isEqualTo(new Counts(2, 1, 1, 0));
  }

  @Test
  void aCellWithSeveralValuesBecomesSeveralRecords() {
    RecordCleaner cleaner = cleaner(table(null, "value", null), "id,day,value");

    cleaner.accept(line(2, "1", "2026-11-20", "3,4,5"));

    assertThat(rows).extracting(row -> row.get(2)).containsExactly("3", "4", "5");
    assertThat(cleaner.counts()).isEqualTo(new Counts(1, 3, 0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3，4", "3, 4", "3 ,4", "3,4,", "3,,4"})
  void anyOtherSeparatorIsAnErrorThatNamesTheRecord(String cell) {
    cleaner(table(null, "value", null), "id,day,value").accept(line(7, "1", "2026-11-20", cell));

    assertThat(rows).isEmpty();
    assertThat(badRows.get(0).kind()).isEqualTo(ErrorKind.SPLIT_SEPARATOR);
    assertThat(badRows.get(0).english()).contains("Line 7, column `value`");
  }

  @Test
  void aWideTableBecomesALongOneUnderItsTitles() {
    TableConfiguration table = table(null, null, new Unpivot(1, List.of("번호", "날", "값")));
    RecordCleaner cleaner = cleaner(table, "id,2026-11-20,2026-11-21");

    cleaner.accept(line(2, "1", "10", "11"));

    assertThat(table.titles()).containsExactly("번호", "날", "값");
    assertThat(rows)
        .containsExactly(List.of("1", "2026-11-20", "10"), List.of("1", "2026-11-21", "11"));
  }

  @Test
  void valuesAreCheckedByTypeTheIndexFirst() {
    RecordCleaner cleaner = cleaner(table(null, null, null), "id,day,value");

    cleaner.accept(line(2, "x", "y", "z"));
    cleaner.accept(line(3, "", "2026-11-20", "1"));
    cleaner.accept(line(4, "1", "2026-02-30", "1"));
    cleaner.accept(line(5, "1", "2026-02-28", "1,000"));
    cleaner.accept(line(6, "1", "2026-02-28"));

    assertThat(rows).isEmpty();
    assertThat(badRows)
        .extracting(BadRow::kind)
        .containsExactly(
            ErrorKind.VALUE_TYPE,
            ErrorKind.INDEX_EMPTY,
            ErrorKind.VALUE_TYPE,
            ErrorKind.VALUE_TYPE,
            ErrorKind.COLUMN_COUNT_DIFFERS);
    assertThat(badRows.get(0).english()).contains("column `id`");
  }

  @Test
  void aRefusalNamesTheCellWhatIsInItAndTheFormThatIsRight() {
    RecordCleaner cleaner = cleaner(table(null, null, null), "id,day,value");

    cleaner.accept(line(2, "1", "2026-11-20", "1,234"));
    cleaner.accept(line(3, "1", "2026. 11. 20", "1"));
    cleaner.accept(line(4, "1", "2026-11-20", "₩12"));

    assertThat(badRows.get(0).english())
        .contains("Line 2, column `value`", "a thousands separator", "`1234.56`");
    assertThat(badRows.get(0).korean()).contains("천 단위 구분 기호");
    assertThat(badRows.get(0).values())
        .containsEntry("found", "THOUSANDS_SEPARATOR ,")
        .containsEntry("line", "2")
        .containsEntry("column", "value");
    assertThat(badRows.get(1).english()).contains("YYYY. M. D", "2026-11-20");
    assertThat(badRows.get(2).english()).contains("a currency sign (₩)");
  }

  @Test
  void whatNobodySeesDoesNotCount() {
    RecordCleaner cleaner = cleaner(table(null, null, null), "\u00a0id,day\u200b,value");

    cleaner.accept(line(2, "1.0", "2026-11-20\u00a0", "\u200b1"));
    cleaner.accept(line(3, "\u3000", "2026-11-20", "1"));

    assertThat(rows).containsExactly(List.of("1", "2026-11-20", "1"));
    assertThat(badRows).extracting(BadRow::kind).containsExactly(ErrorKind.INDEX_EMPTY);
  }

  @Test
  void withoutOptionsTypesHaveOneWayInWhichTheirValuesAreWritten() {
    assertThat(read(ColumnType.TIMESTAMP, "2026-11-21T07:30:00")).isEqualTo("2026-11-21 07:30:00");
    assertThat(read(ColumnType.TIMESTAMP, "2026-11-21 07:30:00.5"))
        .isEqualTo("2026-11-21 07:30:00.500000");
    assertThat(read(ColumnType.TIMESTAMP, "2026-11-21")).isNull();
    assertThat(read(ColumnType.BOOLEAN, " TRUE ")).isEqualTo("true");
    assertThat(read(ColumnType.BOOLEAN, "yes")).isNull();
    assertThat(read(ColumnType.INTEGER, "12.0")).isEqualTo("12");
    assertThat(read(ColumnType.INTEGER, "12.5")).isNull();
    assertThat(read(ColumnType.DECIMAL, "-12.50")).isEqualTo("-12.50");
    assertThat(read(ColumnType.DECIMAL, "1e3")).isNull();
    assertThat(read(ColumnType.DATE, "2026-1-2")).isNull();
    assertThat(read(ColumnType.STRING, " as it is ")).isEqualTo(" as it is ");
  }

  private static @Nullable String read(ColumnType type, String cell) {
    return ValueForms.STRICT.read(type, cell).value();
  }

  @Test
  void aHeaderThatIsNotTheTablesIsRefused() {
    TableConfiguration table = table(null, null, null);

    assertRefused(table, "id,id,value", ErrorKind.HEADER_TWICE);
    assertRefused(table, "id,date,value", ErrorKind.HEADER_DIFFERS);
    assertRefused(table, "id,day", ErrorKind.COLUMN_COUNT_DIFFERS);
  }

  private void assertRefused(TableConfiguration table, String header, ErrorKind kind) {
    assertThatThrownBy(() -> cleaner(table, header))
        .isInstanceOfSatisfying(
            UploadException.class, e -> assertThat(e.error().kind()).isEqualTo(kind));
  }

  private RecordCleaner cleaner(TableConfiguration table, String header) {
    return new RecordCleaner(table, line(1, header.split(",")), this);
  }

  private static Line line(long number, String... fields) {
    return new Line(number, List.of(fields));
  }

  private static TableConfiguration table(
      @Nullable Blanks blanks, @Nullable String splitColumn, @Nullable Unpivot unpivot) {
    return new TableConfiguration(
        "p",
        "t",
        List.of(
            new Column("id", ColumnType.INTEGER),
            new Column("day", ColumnType.DATE),
            new Column("value", ColumnType.DECIMAL)),
        Map.of(),
        null,
        null,
        ValueForms.STRICT,
        Access.OPEN,
        blanks,
        splitColumn,
        unpivot,
        "s3://lake/t.csv",
        "job");
  }
}
