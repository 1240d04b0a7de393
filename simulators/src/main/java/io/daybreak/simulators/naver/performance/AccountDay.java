package io.daybreak.simulators.naver.performance;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Target;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happened in an account on one day. Rows are made while they are read; reading twice gives
 * the same rows. They come in no useful order, as NAVER's do.
 */
public final class AccountDay {

  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private final Account account;
  private final LocalDate day;
  private final int slots;
  private final long stride;

  public AccountDay(Account account, LocalDate day) {
    this.account = account;
    this.day = day;
    this.slots = account.targets().size() * Target.SLOTS;
    this.stride = coprimeNear(Math.round(slots * GOLDEN_RATIO), slots);
  }

  /** Rows of AD_DETAIL. */
  public Stream<PerformanceRow> performance() {
    return taken().flatMap(slot -> slot.performance().stream());
  }

  /** Rows of AD_CONVERSION_DETAIL. */
  public Stream<ConversionRow> conversions() {
    return taken().flatMap(slot -> slot.conversions().stream());
  }

  /**
   * Steps of a length that has no divisor in common with the number of slots meet each slot once
   * before they meet any again: so the count is exact, without holding what was met.
   */
  private Stream<Slot> taken() {
    LocalDate firstDay = account.spec().firstDay();
    if (firstDay != null && day.isBefore(firstDay)) {
      return Stream.empty();
    }
    long start = Math.floorMod(account.spec().seed() * 7919 + day.toEpochDay() * 104_729, slots);
    return IntStream.range(0, account.spec().dailyKeys())
        .map(i -> (int) ((start + i * stride) % slots))
        .mapToObj(number -> new Slot(account, day, number));
  }

  private static long coprimeNear(long candidate, long number) {
    long stride = Math.max(1, candidate);
    while (greatestCommonDivisor(stride, number) != 1) {
      stride++;
    }
    return stride;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
