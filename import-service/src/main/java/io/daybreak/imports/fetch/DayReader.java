package io.daybreak.imports.fetch;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.report.DayReports;
import io.daybreak.imports.report.ReportBoard;
import io.daybreak.imports.report.ReportOrder;
import io.daybreak.imports.report.ReportOutcome;
import io.daybreak.imports.report.ReportOutcome.Built;
import io.daybreak.imports.report.ReportReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes a day's table from its reports, when they are there. For several threads. */
final class DayReader {

  private final NaverAccount naver;
  private final ReportBoard board;
  private final Format format;
  private final DayReports reports;
  private final int rowLimit;
  private final LocalDate today;

  DayReader(NaverAccount naver, ReportBoard board, Format format, int rowLimit, LocalDate today) {
    this.naver = naver;
    this.board = board;
    this.format = format;
    this.reports = DayReports.of(format);
    this.rowLimit = rowLimit;
    this.today = today;
  }

  /** Blocks until the day is read, or NAVER has said that it is not ready. */
  FetchedDay read(LocalDate day) throws InterruptedException {
    Map<ReportOrder, ReportOutcome> outcomes = new LinkedHashMap<>();
    for (ReportOrder order : reports.orders(day, today)) {
      outcomes.put(order, board.await(order));
    }
    Optional<NaverFailure> late = late(outcomes);
    if (late.isPresent()) {
      return late(day, outcomes, late.get());
    }
    boolean conversionsKnown =
        outcomes.entrySet().stream()
            .anyMatch(
                each ->
                    each.getKey().type().isOfConversions()
                        && !(each.getValue() instanceof ReportOutcome.NotKept));
    DayTable table = new DayTable(format, day, conversionsKnown, rowLimit);
    Map<ReportOrder, ReportOutcome> unread = new LinkedHashMap<>(outcomes);
    for (Map.Entry<ReportOrder, ReportOutcome> each : outcomes.entrySet()) {
      unread.remove(each.getKey());
      Optional<NaverFailure> lateAfterAll = read(each.getKey(), each.getValue(), table);
      if (lateAfterAll.isPresent()) {
        return late(day, unread, lateAfterAll.get());
      }
    }
    return new FetchedDay.Read(table);
  }

  /** What was built of a day that is not complete is not read. */
  private FetchedDay late(
      LocalDate day, Map<ReportOrder, ReportOutcome> outcomes, NaverFailure why) {
    outcomes.forEach(
        (order, outcome) -> {
          if (outcome instanceof Built) {
            board.read(order);
          }
        });
    return new FetchedDay.Late(day, why);
  }

  private static Optional<NaverFailure> late(Map<ReportOrder, ReportOutcome> outcomes) {
    return outcomes.values().stream()
        .filter(ReportOutcome.NotReady.class::isInstance)
        .map(outcome -> ((ReportOutcome.NotReady) outcome).why())
        .findFirst();
  }

  /** Empty if it was read; NAVER can find while we read that the day is not ready after all. */
  private Optional<NaverFailure> read(ReportOrder order, ReportOutcome outcome, DayTable table)
      throws InterruptedException {
    if (outcome instanceof ReportOutcome.NotReady notReady) {
      return Optional.of(notReady.why());
    }
    if (!(outcome instanceof Built built)) {
      return Optional.empty();
    }
    try {
      download(order, built, table);
    } catch (NaverException e) {
      if (!isAnAnswer(e.failure())) {
        throw e;
      }
      return read(order, board.awaitAfter(e, order), table);
    }
    board.read(order);
    return Optional.empty();
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
    return failure instanceof NaverFailure.ServerError
        || failure instanceof NaverFailure.Refused
        || failure instanceof NaverFailure.NotFound;
  }
}
