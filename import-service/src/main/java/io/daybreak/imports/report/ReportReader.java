package io.daybreak.imports.report;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.Dimension;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.format.RowKey;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.report.ReportType.Columns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Counts a report's lines into a day's table, holding one line at a time. Columns are those of the
 * section StatReport of <a href="https://naver.github.io/searchad-apidoc/">searchad-apidoc</a>.
 */
public final class ReportReader {

  private static final int CAMPAIGN = 2;
  private static final int AD_GROUP = 3;

  /** NAVER's number for a conversion that followed the click at once. */
  private static final int DIRECT = 1;

  /** Purchases by name since 2024-07-03, by number before. */
  private static final Set<String> PURCHASE = Set.of("purchase", "1");

  private ReportReader() {}

  /**
   * Reads a report to its end.
   *
   * @throws NaverException if it is not as NAVER documents it
   * @throws IOException if it breaks off
   */
  public static void read(ReportOrder order, InputStream report, DayTable table)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(report, StandardCharsets.UTF_8), 64 * 1024);
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isEmpty()) {
        count(new ReportLine(order, number, line), order.type(), table);
      }
    }
  }

  private static void count(ReportLine line, ReportType type, DayTable table) {
    RowKey key = key(line, type.places(), table.format());
    int numbers = type.places().numbers();
    if (type.isOfConversions()) {
      table.addConversions(
          key,
          line.count(numbers) == DIRECT,
          PURCHASE.contains(line.text(numbers + 1)),
          line.count(numbers + 2),
          line.count(numbers + 3));
    } else {
      table.addPerformance(
          key, line.count(numbers), line.count(numbers + 1), line.amount(numbers + 2));
    }
  }

  private static RowKey key(ReportLine line, Columns columns, Format format) {
    return new RowKey(
        line.text(CAMPAIGN),
        line.text(AD_GROUP),
        detail(line, columns, format),
        columns.hour() < 0 ? 0 : line.hour(columns.hour()),
        line.mark(columns.device()));
  }

  private static String detail(ReportLine line, Columns columns, Format format) {
    Dimension detail = format.detail();
    if (detail == null) {
      return "";
    }
    return switch (detail) {
      case KEYWORD, SEARCH_TERM -> line.text(columns.word());
      case MEDIA -> line.text(columns.media());
      case REGION -> line.text(columns.region());
      case DAY, HOUR, DEVICE, CAMPAIGN, AD_GROUP ->
          throw new IllegalArgumentException(detail + " is no detail of an ad group");
    };
  }
}
