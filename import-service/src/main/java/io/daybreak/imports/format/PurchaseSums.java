package io.daybreak.imports.format;

import java.util.Arrays;

/**
 * Purchases and their revenue of a day's rows, by the rows' numbers; only for formats with them.
 */
final class PurchaseSums {

  /**
   * Purchases of a row.
   *
   * @param directRevenue won
   * @param indirectRevenue won
   */
  record Purchases(long direct, long indirect, long directRevenue, long indirectRevenue) {

    static final Purchases NONE = new Purchases(0, 0, 0, 0);

    long count() {
      return direct + indirect;
    }

    long revenue() {
      return directRevenue + indirectRevenue;
    }
  }

  private static final int NUMBERS = 4;

  private long[] sums = new long[NUMBERS * 256];

  void add(int row, boolean direct, long count, long revenue) {
    int from = row * NUMBERS;
    if (from + NUMBERS > sums.length) {
      sums = Arrays.copyOf(sums, Math.max(sums.length * 2, from + NUMBERS));
    }
    sums[from + (direct ? 0 : 1)] += count;
    sums[from + (direct ? 2 : 3)] += revenue;
  }

  Purchases of(int row) {
    int from = row * NUMBERS;
    return from + NUMBERS > sums.length
        ? Purchases.NONE
        : new Purchases(sums[from], sums[from + 1], sums[from + 2], sums[from + 3]);
  }
}
