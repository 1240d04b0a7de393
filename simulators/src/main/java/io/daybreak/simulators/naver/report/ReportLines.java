package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.performance.ConversionRow;
import io.daybreak.simulators.naver.performance.PerformanceRow;
import io.daybreak.simulators.naver.performance.Place;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of report files, in order. The reports without hours are the detailed rows with two
 * columns less, so that they have many rows of equal keys.
 */
final class ReportLines {

  private ReportLines() {}

  /** AD_DETAIL, 16 columns. */
  static List<String> detail(Account account, PerformanceRow row) {
    return measured(hourly(account, row.place()), row);
  }

  /** AD, 14 columns. */
  static List<String> summary(Account account, PerformanceRow row) {
    return measured(daily(account, row.place()), row);
  }

  /** AD_CONVERSION_DETAIL, 15 columns. */
  static List<String> detail(Account account, ConversionRow row) {
    return measured(hourly(account, row.place()), row);
  }

  /** AD_CONVERSION, 13 columns. */
  static List<String> summary(Account account, ConversionRow row) {
    return measured(daily(account, row.place()), row);
  }

  private static List<String> hourly(Account account, Place place) {
    List<String> line = ids(account, place);
    line.add("%02d".formatted(place.hour()));
    line.add(place.region());
    line.add(place.media());
    line.add(String.valueOf(place.device()));
    return line;
  }

  private static List<String> daily(Account account, Place place) {
    List<String> line = ids(account, place);
    line.add(place.media());
    line.add(String.valueOf(place.device()));
    return line;
  }

  private static List<String> ids(Account account, Place place) {
    AdGroup adGroup = place.target().adGroup();
    var line = new ArrayList<String>(16);
    line.add(place.day().format(DateTimeFormatter.BASIC_ISO_DATE));
    line.add(String.valueOf(account.customerId()));
    line.add(adGroup.campaign().id());
    line.add(adGroup.id());
    line.add(place.target().keywordId());
    line.add(place.ad().id());
    line.add(account.channelId());
    return line;
  }

  private static List<String> measured(List<String> line, PerformanceRow row) {
    line.add(String.valueOf(row.impressions()));
    line.add(String.valueOf(row.clicks()));
    line.add(row.cost().toPlainString());
    line.add(String.valueOf(row.rankSum()));
    line.add(String.valueOf(row.views()));
    return line;
  }

  private static List<String> measured(List<String> line, ConversionRow row) {
    line.add(String.valueOf(row.method()));
    line.add(row.type());
    line.add(String.valueOf(row.count()));
    line.add(String.valueOf(row.sales()));
    return line;
  }
}
