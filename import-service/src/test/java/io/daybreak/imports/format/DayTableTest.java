package io.daybreak.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DayTableTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final EntityNames NAMES = id -> "name of " + id;

  @Test
  void rowsWithTheSameKeyAreSummedExactly() {
    DayTable table = table(Format.NSA_TD);

    table.addPerformance(key("c1", "g1", "k1", 9, 'M'), 2, 1, new BigDecimal("0.1"));
    table.addPerformance(key("c1", "g1", "k1", 9, 'M'), 3, 0, new BigDecimal("0.20"));
    table.addConversions(key("c1", "g1", "k1", 9, 'M'), true, false, 4, 0);

    assertThat(rows(table))
        .containsExactly(
            List.of(
                "2026-11-20",
                "9",
                "MOBILE",
                "c1",
                "name of c1",
                "g1",
                "name of g1",
                "k1",
                "name of k1",
                "5",
                "1",
                "0.3",
                "4"));
  }

  @Test
  void rowsAreOrderedByCampaignAdGroupKeywordHourAndDevice() {
    DayTable table = table(Format.NSA_TD);
    List<RowKey> ordered =
        List.of(
            key("c1", "g1", "k1", 0, 'M'),
            key("c1", "g1", "k1", 0, 'P'),
            key("c1", "g1", "k1", 23, 'M'),
            key("c1", "g1", "k2", 0, 'M'),
            key("c1", "g2", "k1", 0, 'M'),
            key("c2", "g0", "k0", 0, 'M'));
    List<RowKey> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));

    shuffled.forEach(key -> table.addPerformance(key, 1, 1, BigDecimal.ONE));

    assertThat(rows(table).stream().map(row -> row.get(3) + row.get(5) + row.get(7) + row.get(1)))
        .containsExactly("c1g1k10", "c1g1k10", "c1g1k123", "c1g1k20", "c1g2k10", "c2g0k00");
    assertThat(rows(table).get(0).get(2)).isEqualTo("MOBILE");
    assertThat(rows(table).get(1).get(2)).isEqualTo("PC");
  }

  @Test
  void aKeyWithConversionsOnlyGetsARow() {
    DayTable table = table(Format.NSA_T);

    table.addConversions(key("c1", "g1", "k1", 9, 'M'), true, false, 2, 0);

    assertThat(rows(table)).singleElement(list(String.class)).endsWith("0", "0", "0", "2");
  }

  @Test
  void unknownConversionsAreEmptyAndNotZero() {
    DayTable table = new DayTable(Format.NSA_T, DAY, false, 10);

    table.addPerformance(key("c1", "g1", "k1", 9, 'M'), 1, 1, BigDecimal.TEN);

    assertThat(rows(table)).singleElement(list(String.class)).endsWith("1", "1", "10", "");
  }

  @Test
  void aRowWithoutAKeywordKeepsNaversMark() {
    DayTable table = table(Format.NSA_T);

    table.addPerformance(key("c1", "g1", "-", 9, 'M'), 1, 1, BigDecimal.ONE);

    assertThat(rows(table).get(0).subList(5, 7)).containsExactly("-", "-");
    assertThat(table.idsOf(Dimension.KEYWORD)).isEmpty();
  }

  @Test
  void theSameKeywordlessMarkInTwoAdGroupsStaysTwoRows() {
    DayTable table = table(Format.NSA_T);

    table.addPerformance(key("c1", "g1", "-", 9, 'M'), 1, 1, BigDecimal.ONE);
    table.addPerformance(key("c1", "g2", "-", 9, 'M'), 1, 1, BigDecimal.ONE);

    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void aDayWithMoreRowsThanTheLimitIsRefused() {
    DayTable table = new DayTable(Format.NSA_T, DAY, true, 2);
    table.addConversions(key("c1", "g1", "k1", 0, 'P'), true, false, 1, 0);
    table.addConversions(key("c1", "g1", "k2", 0, 'P'), true, false, 1, 0);
    table.addConversions(key("c1", "g1", "k1", 5, 'M'), true, false, 1, 0);

    assertThatThrownBy(() -> table.addConversions(key("c1", "g1", "k3", 0, 'P'), true, false, 1, 0))
        .isInstanceOfSatisfying(
            DayTooLargeException.class,
            e -> {
              assertThat(e.day()).isEqualTo(DAY);
              assertThat(e.limit()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"NSA_CTD", "NSA_GTD", "NSA_TD", "NSA_T"})
  void everyFormatAgreesWithSumsComputedAnotherWay(Format format) {
    Random random = new Random(20261120);
    DayTable table = new DayTable(format, DAY, true, 100_000);
    Map<List<String>, long[]> counts = new TreeMap<>(byCells());
    Map<List<String>, BigDecimal> costs = new HashMap<>();

    for (int line = 0; line < 20_000; line++) {
      RowKey key = randomKey(random);
      long impressions = random.nextInt(100);
      long clicks = random.nextInt(10);
      BigDecimal cost = BigDecimal.valueOf(random.nextInt(100_000), 2);
      table.addPerformance(key, impressions, clicks, cost);
      long[] sums = counts.computeIfAbsent(dimensionCells(format, key), cells -> new long[3]);
      sums[0] += impressions;
      sums[1] += clicks;
      costs.merge(dimensionCells(format, key), cost, BigDecimal::add);
      if (line % 7 == 0) {
        RowKey converted = randomKey(random);
        table.addConversions(converted, true, false, 1, 0);
        counts.computeIfAbsent(dimensionCells(format, converted), cells -> new long[3])[2]++;
      }
    }

    List<List<String>> rows = rows(table);
    assertThat(rows).hasSameSizeAs(counts.keySet());
    int dimensions = format.columns().size() - 4;
    for (List<String> row : rows) {
      List<String> cells = row.subList(0, dimensions);
      long[] sums = counts.get(cells);
      assertThat(row.subList(dimensions, dimensions + 2))
          .containsExactly(Long.toString(sums[0]), Long.toString(sums[1]));
      assertThat(new BigDecimal(row.get(dimensions + 2)))
          .isEqualByComparingTo(costs.getOrDefault(cells, BigDecimal.ZERO));
      assertThat(row.get(dimensions + 3)).isEqualTo(Long.toString(sums[2]));
    }
  }

  private static Comparator<List<String>> byCells() {
    return Comparator.comparing(cells -> String.join("\t", cells));
  }

  private static RowKey randomKey(Random random) {
    int campaign = random.nextInt(3);
    int adGroup = random.nextInt(4);
    int keyword = random.nextInt(5);
    return key(
        "c" + campaign,
        "g" + campaign + adGroup,
        keyword == 0 ? "-" : "k" + campaign + adGroup + keyword,
        random.nextInt(24),
        random.nextBoolean() ? 'P' : 'M');
  }

  /** The contract's table, written out once more and not taken from {@link Format}. */
  private static List<String> dimensionCells(Format format, RowKey key) {
    List<String> time =
        List.of("2026-11-20", Integer.toString(key.hour()), key.device() == 'P' ? "PC" : "MOBILE");
    List<String> campaign = named(key.campaignId());
    List<String> adGroup = named(key.adGroupId());
    List<String> keyword = named(key.detail());
    return switch (format) {
      case NSA_CTD -> joined(time, campaign);
      case NSA_GTD -> joined(time, campaign, adGroup);
      case NSA_TD -> joined(time, campaign, adGroup, keyword);
      case NSA_T -> joined(time.subList(0, 1), campaign, adGroup, keyword);
      case NSA_TP, NSA_GP, NSA_GQ, NSA_GM, NSA_GR ->
          throw new IllegalArgumentException("no format of the contract's table");
    };
  }

  private static List<String> named(String id) {
    return List.of(id, id.equals("-") ? "-" : NAMES.nameOf(id));
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    List<String> cells = new ArrayList<>();
    for (List<String> part : parts) {
      cells.addAll(part);
    }
    return cells;
  }

  private static DayTable table(Format format) {
    return new DayTable(format, DAY, true, 1000);
  }

  private static RowKey key(
      String campaign, String adGroup, String keyword, int hour, char device) {
    return new RowKey(campaign, adGroup, keyword, hour, device);
  }

  private static List<List<String>> rows(DayTable table) {
    List<List<String>> rows = new ArrayList<>();
    table.rows(NAMES).forEachRemaining(rows::add);
    return rows;
  }
}
