package io.daybreak.sheets.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.TypedRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that was overlooked would be doubled by the next update. */
class TabReadingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @CsvSource({
    "0, true", "1, true", "2, true", "3, true", "4, true", "7, true",
    "0, false", "1, false", "2, false", "3, false", "4, false", "7, false"
  })
  void whereTheRowsBeginMayBeToldBeforeOrAfterThem(int days, boolean before) throws IOException {
    TabView view = read(days, before);

    assertThat(view.top())
        .containsExactly(List.of("notice", "", ""), List.of("date", "keyword", "cost"));
    assertThat(view.rows().perDay().keySet())
        .containsExactlyElementsOf(DAY.datesUntil(DAY.plusDays(days)).toList());
    assertThat(view.rows().perDay().values()).allMatch(rows -> rows == 1);
  }

  private static TabView read(int days, boolean startFirst) throws IOException {
    String rows =
        DAY.datesUntil(DAY.plusDays(days))
            .map(
                day ->
                    row("{\"numberValue\":%d}".formatted(TypedRows.serial(day)), text("a keyword")))
            .collect(Collectors.joining(","));
    String rowData = "\"rowData\":[%s]".formatted(rows);
    String start = "\"startRow\":2";
    String answer =
        """
        {"sheets":[{"properties":{"sheetId":7,"title":"t","gridProperties":{"rowCount":9,"columnCount":3}},
          "data":[{"rowData":[%s,%s]},{%s,%s}]}]}\
        """
            .formatted(
                row(text("notice")),
                row(text("date"), text("keyword"), text("cost")),
                startFirst ? start : rowData,
                startFirst ? rowData : start);
    return TabReading.read(
            new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), Layouts.small())
        .orElseThrow();
  }

  private static String row(String... values) {
    return "{\"values\":[%s]}"
        .formatted(
            List.of(values).stream()
                .map("{\"effectiveValue\":%s}"::formatted)
                .collect(Collectors.joining(",")));
  }

  private static String text(String text) {
    return "{\"stringValue\":\"%s\"}".formatted(text);
  }
}
