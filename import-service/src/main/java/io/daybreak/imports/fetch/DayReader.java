package io.daybreak.imports.fetch;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.report.ReportDesk;
import io.daybreak.imports.report.ReportOrder;
import io.daybreak.imports.report.ReportOutcome;
import io.daybreak.imports.report.ReportOutcome.Built;
import io.daybreak.imports.report.ReportReader;
import io.daybreak.imports.report.ReportType;
import java.time.LocalDate;

/** Makes a day's table from its reports, when they are there. */
final class DayReader {

  private final NaverAccount naver;
  private final ReportDesk desk;
  private final Format format;
  private final int rowLimit;
  private final LocalDate today;

  DayReader(NaverAccount naver, ReportDesk desk, Format format, int rowLimit, LocalDate today) {
    this.naver = naver;
    this.desk = desk;
    this.format = format;
    this.rowLimit = rowLimit;
    this.today = today;
  }

  /** Blocks until the day is read. */
  DayTable read(LocalDate day) throws InterruptedException {
    ReportOrder performance = new ReportOrder(ReportType.AD_DETAIL, day);
    ReportOrder conversions = new ReportOrder(ReportType.AD_CONVERSION_DETAIL, day);
    ReportOutcome converted =
        conversions.type().keeps(day, today)
            ? desk.await(conversions)
            : new ReportOutcome.NotKept();
    boolean conversionsKnown = !(converted instanceof ReportOutcome.NotKept);
    DayTable table = new DayTable(format, day, conversionsKnown, rowLimit);
    read(performance, desk.await(performance), table);
    read(conversions, converted, table);
    return table;
  }

  private void read(ReportOrder order, ReportOutcome outcome, DayTable table)
      throws InterruptedException {
    if (!(outcome instanceof Built built)) {
      return;
    }
    try {
      download(order, built, table);
    } catch (NaverException e) {
      if (!isAnAnswer(e.failure())) {
        throw e;
      }
      read(order, desk.awaitAfter(e, order), table);
      return;
    }
    desk.read(order);
  }

  private void download(ReportOrder order, Built built, DayTable table) {
    naver.downloadReport(
        built.downloadUrl(),
        body -> {
          ReportReader.read(order, body, table);
          return order;
        });
  }

  /** Refused as a whole, so nothing of it is in the table yet. */
  private static boolean isAnAnswer(NaverFailure failure) {
    return failure instanceof NaverFailure.ServerError || failure instanceof NaverFailure.Refused;
  }
}
