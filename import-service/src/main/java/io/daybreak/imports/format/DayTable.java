package io.daybreak.imports.format;

import io.daybreak.imports.format.PurchaseSums.Purchases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one format for one day, summed while the reports stream by. Memory follows the number
 * of distinct keys (some 100 bytes each, and each id once), never the size of the reports; above
 * the limit the day is refused. Not safe for use by several threads at once.
 */
public final class DayTable {

  private static final int HOUR_SHIFT = 16;
  private static final int PATH_SHIFT = 24;
  private static final long HOUR_MASK = 0xff;
  private static final long DEVICE_MASK = 0xffff;

  private final Format format;
  private final LocalDate day;
  private final boolean conversionsKnown;
  private final int limit;

  private final boolean hours;
  private final boolean devices;
  private final EntityPaths paths;
  private final LongIndex index = new LongIndex();
  private long[] impressions = new long[1024];
  private long[] clicks = new long[1024];
  private long[] conversions = new long[1024];
  private BigDecimal[] cost = new BigDecimal[1024];
  private final @Nullable PurchaseSums purchases;
  private long allImpressions;
  private long allClicks;
  private long allConversions;
  private long allRevenue;
  private BigDecimal allCost = BigDecimal.ZERO;

  /**
   * @param conversionsKnown false leaves the cells of conversions empty, because an unknown number
   *     is not 0
   * @param limit distinct rows that may be held
   */
  public DayTable(Format format, LocalDate day, boolean conversionsKnown, int limit) {
    this.format = format;
    this.day = day;
    this.conversionsKnown = conversionsKnown;
    this.limit = limit;
    this.hours = format.has(Dimension.HOUR);
    this.devices = format.has(Dimension.DEVICE);
    this.paths = new EntityPaths(format);
    this.purchases =
        format.measures().stream().anyMatch(Measure::isOfPurchases) ? new PurchaseSums() : null;
  }

  public Format format() {
    return format;
  }

  public LocalDate day() {
    return day;
  }

  /** The day as a whole. */
  public DaySums sums() {
    return new DaySums(
        size(),
        allImpressions,
        allClicks,
        allCost,
        conversionsKnown ? Long.valueOf(allConversions) : null,
        conversionsKnown ? Long.valueOf(allRevenue) : null);
  }

  /**
   * Counts a row of a performance report.
   *
   * @throws DayTooLargeException if its key is one too many
   */
  public void addPerformance(RowKey key, long impressions, long clicks, BigDecimal cost) {
    int row = row(key);
    this.impressions[row] += impressions;
    this.clicks[row] += clicks;
    this.cost[row] = this.cost[row].add(cost);
    allImpressions += impressions;
    allClicks += clicks;
    allCost = allCost.add(cost);
  }

  /**
   * Counts a row of a conversion report. A key that had no performance on this day gets a row too.
   *
   * @param direct whether the conversion followed the click at once
   * @param revenue won
   * @throws DayTooLargeException if its key is one too many
   */
  public void addConversions(
      RowKey key, boolean direct, boolean purchase, long count, long revenue) {
    int row = row(key);
    conversions[row] += count;
    allConversions += count;
    if (purchase) {
      allRevenue += revenue;
      if (purchases != null) {
        purchases.add(row, direct, count, revenue);
      }
    }
  }

  public int size() {
    return index.size();
  }

  /** The ids of one dimension's entities that need a name. */
  public Set<String> idsOf(Dimension dimension) {
    Set<String> ids = new LinkedHashSet<>();
    if (format.has(dimension)) {
      IntStream.range(0, index.size())
          .mapToObj(row -> idOf(dimension, pathOf(index.key(row))))
          .filter(id -> !id.equals(Dimension.NO_KEYWORD))
          .forEach(ids::add);
    }
    return ids;
  }

  /**
   * The rows as the format's cells, ordered by campaign, ad group and keyword (by their ids), hour
   * and device.
   */
  public Iterator<List<String>> rows(EntityNames names) {
    RowWriter writer = new RowWriter(format, day, names);
    return Arrays.stream(sortedKeys())
        .mapToObj(key -> writer.row(pathOf(key), hourOf(key), deviceOf(key), sums(key)))
        .iterator();
  }

  private RowWriter.Sums sums(long key) {
    int row = index.add(key);
    return new RowWriter.Sums(
        impressions[row],
        clicks[row],
        cost[row],
        conversionsKnown ? conversions[row] : null,
        purchases == null ? Purchases.NONE : purchases.of(row));
  }

  private int row(RowKey key) {
    int row = index.add(packed(key));
    if (row >= limit) {
      throw new DayTooLargeException(day, limit);
    }
    if (row >= cost.length) {
      int length = cost.length * 2;
      impressions = Arrays.copyOf(impressions, length);
      clicks = Arrays.copyOf(clicks, length);
      conversions = Arrays.copyOf(conversions, length);
      cost = Arrays.copyOf(cost, length);
    }
    if (cost[row] == null) {
      cost[row] = BigDecimal.ZERO;
    }
    return row;
  }

  private long packed(RowKey key) {
    return (long) paths.numberOf(key) << PATH_SHIFT
        | (hours ? (long) key.hour() << HOUR_SHIFT : 0)
        | (devices ? key.device() : 0);
  }

  /** The keys in the order of the rows: a key's order is that of its path, then its own value. */
  private long[] sortedKeys() {
    int[] order = paths.sorted();
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    long[] keys = new long[index.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = withPath(index.key(row), ranks[pathNumber(index.key(row))]);
    }
    Arrays.sort(keys);
    for (int place = 0; place < keys.length; place++) {
      keys[place] = withPath(keys[place], order[pathNumber(keys[place])]);
    }
    return keys;
  }

  private static long withPath(long key, int path) {
    return (long) path << PATH_SHIFT | key & ((1L << PATH_SHIFT) - 1);
  }

  private static int pathNumber(long key) {
    return (int) (key >>> PATH_SHIFT);
  }

  private EntityPaths.Path pathOf(long key) {
    return paths.path(pathNumber(key));
  }

  private static int hourOf(long key) {
    return (int) (key >>> HOUR_SHIFT & HOUR_MASK);
  }

  private static char deviceOf(long key) {
    return (char) (key & DEVICE_MASK);
  }

  private static String idOf(Dimension dimension, EntityPaths.Path path) {
    return switch (dimension) {
      case CAMPAIGN -> path.campaignId();
      case AD_GROUP -> path.adGroupId();
      case KEYWORD -> path.detail();
      case DAY, HOUR, DEVICE, SEARCH_TERM, MEDIA, REGION ->
          throw new IllegalArgumentException(dimension + " has no ids");
    };
  }
}
