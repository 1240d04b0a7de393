package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.account.Keyword;
import io.daybreak.simulators.naver.performance.PerformanceRow;
import io.daybreak.simulators.naver.performance.Place;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines about what people searched for, made from the rows of the ads that were shown: {@code
 * EXPKEYWORD} for campaigns with keywords, {@code SHOPPINGKEYWORD_DETAIL} for shopping campaigns.
 */
public final class SearchTerms {

  private static final List<String> ADDED = List.of("", " 추천", " 후기", " 최저가");

  private SearchTerms() {}

  /** What was searched for where a row counts. */
  public static String term(Place place) {
    Keyword keyword = place.target().keyword();
    String base = keyword == null ? place.target().adGroup().name() : keyword.text();
    return base + ADDED.get(place.hour() % ADDED.size());
  }

  /** Whether a row counts in EXPKEYWORD. */
  static boolean expanded(PerformanceRow row) {
    return row.place().target().keyword() != null;
  }

  /** Whether a row counts in SHOPPINGKEYWORD_DETAIL. */
  static boolean shopping(PerformanceRow row) {
    return row.place().target().adGroup().campaign().type().number() == 2;
  }

  /** EXPKEYWORD, 12 columns. */
  static List<String> expanded(Account account, PerformanceRow row) {
    Place place = row.place();
    List<String> line = start(account, place);
    line.add(place.media());
    line.add(String.valueOf(place.device()));
    line.add(place.hour() % ADDED.size() == 0 ? "0" : "1");
    line.add(String.valueOf(row.impressions()));
    line.add(String.valueOf(row.clicks()));
    line.add(row.cost().toPlainString());
    line.add(String.valueOf(row.views()));
    return line;
  }

  /** SHOPPINGKEYWORD_DETAIL, 16 columns. */
  static List<String> shopping(Account account, PerformanceRow row) {
    Place place = row.place();
    List<String> line = start(account, place);
    line.add(place.ad().id());
    line.add(account.channelId());
    line.add("%02d".formatted(place.hour()));
    line.add(place.region());
    line.add(place.media());
    line.add(String.valueOf(place.device()));
    line.add(String.valueOf(row.impressions()));
    line.add(String.valueOf(row.clicks()));
    line.add(row.cost().toPlainString());
    line.add(String.valueOf(row.rankSum()));
    line.add(String.valueOf(row.views()));
    return line;
  }

  private static List<String> start(Account account, Place place) {
    AdGroup group = place.target().adGroup();
    return new ArrayList<>(
        List.of(
            place.day().format(DateTimeFormatter.BASIC_ISO_DATE),
            String.valueOf(account.customerId()),
            group.campaign().id(),
            group.id(),
            term(place)));
  }
}
