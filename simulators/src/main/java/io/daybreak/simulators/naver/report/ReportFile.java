package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.performance.AccountDay;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A report's file, made part by part while it is sent. */
final class ReportFile {

  private static final int PART_BYTES = 32 * 1024;

  /** Which line of a malformed file is wrong, and every so many after it. */
  private static final int WRONG_LINE = 50;

  private final Account account;
  private final ReportType type;
  private final LocalDate day;
  private final Outcome outcome;

  ReportFile(Account account, ReportType type, LocalDate day, Outcome outcome) {
    this.account = account;
    this.type = type;
    this.day = day;
    this.outcome = outcome;
  }

  boolean isEmpty() {
    return rows().findFirst().isEmpty();
  }

  /** Tab-separated lines in UTF-8, without a header, a few kilobytes a part. */
  Iterator<Buffer> parts() {
    AtomicInteger number = new AtomicInteger();
    Iterator<List<String>> rows =
        rows()
            .filter(row -> outcome != Outcome.HALF || number.getAndIncrement() % 2 == 0)
            .iterator();
    return new Iterator<>() {
      private int line;

      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Buffer next() {
        if (!rows.hasNext()) {
          throw new NoSuchElementException();
        }
        Buffer part = Buffer.buffer(PART_BYTES + 1024);
        while (rows.hasNext() && part.length() < PART_BYTES) {
          part.appendString(String.join("\t", spoiled(rows.next(), line++))).appendString("\n");
        }
        return part;
      }
    };
  }

  private Stream<List<String>> rows() {
    var source = new AccountDay(account, day);
    return switch (type) {
      case AD_DETAIL -> source.performance().map(row -> ReportLines.detail(account, row));
      case AD ->
          DailyRows.performance(source.performance()).map(row -> ReportLines.summary(account, row));
      case AD_CONVERSION_DETAIL ->
          source.conversions().map(row -> ReportLines.detail(account, row));
      case AD_CONVERSION ->
          DailyRows.conversions(source.conversions()).map(row -> ReportLines.summary(account, row));
      case EXPKEYWORD ->
          source
              .performance()
              .filter(SearchTerms::expanded)
              .map(row -> SearchTerms.expanded(account, row));
      case SHOPPINGKEYWORD_DETAIL ->
          source
              .performance()
              .filter(SearchTerms::shopping)
              .map(row -> SearchTerms.shopping(account, row));
      case ADEXTENSION,
          ADEXTENSION_CONVERSION,
          SHOPPINGKEYWORD_CONVERSION_DETAIL,
          SHOPPINGBRANDPRODUCT,
          SHOPPINGBRANDPRODUCT_CONVERSION,
          CRITERION,
          CRITERION_CONVERSION ->
          Stream.empty();
    };
  }

  private List<String> spoiled(List<String> row, int line) {
    if (outcome == Outcome.EXTRA_COLUMN) {
      var longer = new ArrayList<>(row);
      longer.add("새 열");
      return longer;
    }
    boolean wrong = line % WRONG_LINE == WRONG_LINE - 1;
    if (outcome == Outcome.MISSING_COLUMN && wrong) {
      return row.subList(0, row.size() - 1);
    }
    if (outcome == Outcome.NOT_A_NUMBER && wrong) {
      var spoiled = new ArrayList<>(row);
      // the second last is a count in each report, the third last is the cost in AD_DETAIL
      spoiled.set(row.size() - 2, "n/a");
      spoiled.set(row.size() - 3, "n/a");
      return spoiled;
    }
    return row;
  }
}
