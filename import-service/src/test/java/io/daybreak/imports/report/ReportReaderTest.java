package io.daybreak.imports.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure.ReportMalformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
  private static final String LINE =
      "20260329\t1000001\tcmp-1\tgrp-1\tnkw-1\tnad-1\tbsn-1\t09\t09\t8753\tM\t20\t2\t123.45\t40\t0\n";
  private static final String CONVERSION =
      "20260329\t1000001\tcmp-1\tgrp-1\tnkw-1\tnad-1\tbsn-1\t09\t09\t8753\tM\t1\tpurchase\t3\t9900\n";

  private static final String LINE_OF_DAY =
      "20260329\t1000001\tcmp-1\tgrp-1\tnkw-1\tnad-1\tbsn-1\t8753\tM\t20\t2\t123.45\t40\t0\n";
  private static final String CONVERSION_OF_DAY =
      "20260329\t1000001\tcmp-1\tgrp-1\tnkw-1\tnad-1\tbsn-1\t8753\tM\t1\tpurchase\t3\t9900\n";

  private final DayTable table = new DayTable(Format.NSA_TD, DAY, true, 1000);

  @Test
  void linesOfOneKeyAreSummedOverAdsRegionsAndMedia() throws IOException {
    read(ReportType.AD_DETAIL, LINE + LINE.replace("nad-1", "nad-2").replace("8753", "33421"));
    read(ReportType.AD_CONVERSION_DETAIL, CONVERSION + CONVERSION.replace("\t1\tp", "\t2\tp"));

    assertThat(rows())
        .containsExactly(
            List.of(
                "2026-03-29",
                "9",
                "MOBILE",
                "cmp-1",
                "이름",
                "grp-1",
                "이름",
                "nkw-1",
                "이름",
                "40",
                "4",
                "246.9",
                "6"));
  }

  @ParameterizedTest
  @CsvSource({"0.0,0", "120,120", "1200000.5,1200000.5", "0.10,0.1", "1E+3,1000"})
  void bothFormsOfCostAreRead(String written, String cell) throws IOException {
    read(ReportType.AD_DETAIL, LINE.replace("123.45", written));

    assertThat(rows().get(0).get(11)).isEqualTo(cell);
  }

  @Test
  void columnsThatNaverAppendedAreIgnored() throws IOException {
    read(ReportType.AD_DETAIL, LINE.replace("\n", "\t새 열\t7\n"));

    assertThat(rows()).hasSize(1);
  }

  @Test
  void aRowWithoutAKeywordIsARow() throws IOException {
    read(ReportType.AD_DETAIL, LINE.replace("nkw-1", "-"));

    assertThat(rows().get(0).subList(7, 9)).containsExactly("-", "-");
  }

  @Test
  void anEmptyReportAndALastLineWithoutAnEndAreFine() throws IOException {
    read(ReportType.AD_DETAIL, "");
    read(ReportType.AD_DETAIL, LINE.trim());

    assertThat(rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\t20\\t2\\t    | \\t20\\t        | has 15 columns where at least 16 belong",
        "\\t20\\t        | \\tmany\\t      | has no whole number in column 12",
        "\\t2\\t123.45   | \\t2.5\\t123.45 | has no whole number in column 13",
        "123.45          | 1,200           | has no number in column 14",
        "\\t09\\t09      | \\t24\\t09      | has no hour from 0 to 23 in column 8",
        "\\tM\\t         | \\t\\t          | has no mark of one letter in column 11",
        "20260329        | 20260330        | is not of this day",
      })
  void whatIsNotAsDocumentedIsRefusedByReportDayAndLine(
      String part, String broken, String problem) {
    String line = LINE.replace(tabbed(part), tabbed(broken));

    assertThatThrownBy(() -> read(ReportType.AD_DETAIL, LINE + line))
        .isInstanceOfSatisfying(
            NaverException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new ReportMalformed("AD_DETAIL", DAY, 2, problem)))
        .hasMessageContaining("AD_DETAIL of 2026-03-29")
        .hasMessageContaining("line 2");
  }

  @Test
  void aMillionLinesLeaveNoMoreThanTheirKeysBehind() throws IOException {
    int lines = 1_000_000;

    ReportReader.read(
        new ReportOrder(ReportType.AD_DETAIL, DAY), new RepeatedLine(LINE, lines), table);

    assertThat(table.size()).isEqualTo(1);
    assertThat(rows().get(0).get(9)).isEqualTo(Integer.toString(20 * lines));
    assertThat(rows().get(0).get(11)).isEqualTo("123450000");
  }

  @Test
  void purchasesAndTheirRevenueAreToldApart() throws IOException {
    DayTable purchases = new DayTable(Format.NSA_TP, DAY, true, 1000);
    String line = CONVERSION_OF_DAY;
    ReportReader.read(new ReportOrder(ReportType.AD, DAY), stream(LINE_OF_DAY), purchases);
    ReportReader.read(
        new ReportOrder(ReportType.AD_CONVERSION, DAY),
        stream(
            line
                + line.replace("\t1\tpurchase\t3\t9900", "\t2\tpurchase\t1\t100")
                + line.replace("purchase\t3\t9900", "view_content\t7\t0")),
        purchases);

    List<String> row = purchases.rows(id -> "이름").next();

    assertThat(row.subList(7, 18))
        .containsExactly(
            "20", "2", "123.45", "11", "3", "1", "4", "9900", "100", "10000", "8100.45");
    assertThat(purchases.sums().revenue()).isEqualTo(10_000);
    assertThat(purchases.sums().impressions()).isEqualTo(20);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String tabbed(String text) {
    return text.trim().replace("\\t", "\t");
  }

  private void read(ReportType type, String report) throws IOException {
    ReportReader.read(
        new ReportOrder(type, DAY), new ByteArrayInputStream(report.getBytes(UTF_8)), table);
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    table.rows(id -> "이름").forEachRemaining(rows::add);
    return rows;
  }

  /** The same line again and again, 150 MB that nobody holds. */
  private static final class RepeatedLine extends InputStream {

    private final byte[] line;
    private long left;

    RepeatedLine(String line, int times) {
      this.line = line.getBytes(UTF_8);
      this.left = (long) this.line.length * times;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      int position = (int) ((line.length - left % line.length) % line.length);
      left--;
      return line[position];
    }
  }
}
