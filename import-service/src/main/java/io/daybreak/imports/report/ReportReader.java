package io.daybreak.imports.report;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.RowKey;
import io.daybreak.imports.naver.NaverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Counts a report's lines into a day's table, holding one line at a time. Columns are those of the
 * section StatReport of <a href="https://naver.github.io/searchad-apidoc/">searchad-apidoc</a>.
 */
public final class ReportReader {

  private static final int CAMPAIGN = 2;
  private static final int AD_GROUP = 3;
  private static final int KEYWORD = 4;
  private static final int HOUR = 7;
  private static final int DEVICE = 10;

  private static final int IMPRESSIONS = 11;
  private static final int CLICKS = 12;
  private static final int COST = 13;

  private static final int CONVERSIONS = 13;

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
    switch (type) {
      case AD_DETAIL ->
          table.addPerformance(
              key(line), line.count(IMPRESSIONS), line.count(CLICKS), line.amount(COST));
      case AD_CONVERSION_DETAIL -> table.addConversions(key(line), line.count(CONVERSIONS));
    }
  }

  private static RowKey key(ReportLine line) {
    return new RowKey(
        line.text(CAMPAIGN),
        line.text(AD_GROUP),
        line.text(KEYWORD),
        line.hour(HOUR),
        line.mark(DEVICE));
  }
}
