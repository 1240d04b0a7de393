package io.daybreak.simulators.naver.totals;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.performance.AccountDay;
import io.daybreak.simulators.naver.performance.ConversionRow;
import io.daybreak.simulators.naver.performance.PerformanceRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums taken straight from an account's generated rows, with no part of any service in between.
 * Days are in Asia/Seoul, the last one included.
 */
public final class SourceTotals {

  private final Account account;
  private final LocalDate from;
  private final LocalDate to;

  public SourceTotals(Account account, LocalDate from, LocalDate to) {
    this.account = account;
    this.from = from;
    this.to = to;
  }

  /** Sums over everything. */
  public Sums sums() {
    Sums sums = Sums.NOTHING;
    for (LocalDate day : days()) {
      var source = new AccountDay(account, day);
      sums =
          sums.plus(source.performance().map(Sums::of).reduce(Sums.NOTHING, Sums::plus))
              .plus(source.conversions().map(Sums::of).reduce(Sums.NOTHING, Sums::plus));
    }
    return sums;
  }

  /** Won, of purchases alone; {@link Sums#sales} has the values of all conversions. */
  public long purchaseRevenue() {
    return days().stream()
        .flatMap(day -> new AccountDay(account, day).conversions())
        .filter(row -> row.type().equals("purchase"))
        .mapToLong(ConversionRow::sales)
        .sum();
  }

  /** How many rows a format has: keys that occur in either report. */
  public long rows(RowFormat format) {
    return days().stream().mapToLong(day -> byKey(format, day).size()).sum();
  }

  /** The sums of each row of a format, by the row's key. */
  public Map<List<String>, Sums> byKey(RowFormat format) {
    var all = new HashMap<List<String>, Sums>();
    days().forEach(day -> all.putAll(byKey(format, day)));
    return all;
  }

  private Map<List<String>, Sums> byKey(RowFormat format, LocalDate day) {
    var byKey = new HashMap<List<String>, Sums>();
    var source = new AccountDay(account, day);
    for (PerformanceRow row : (Iterable<PerformanceRow>) source.performance()::iterator) {
      byKey.merge(format.key(row.place()), Sums.of(row), Sums::plus);
    }
    for (ConversionRow row : (Iterable<ConversionRow>) source.conversions()::iterator) {
      byKey.merge(format.key(row.place()), Sums.of(row), Sums::plus);
    }
    return byKey;
  }

  private List<LocalDate> days() {
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
