package io.daybreak.simulators.naver.stats;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.performance.AccountDay;
import io.daybreak.simulators.naver.performance.Place;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code GET /stats} over the same rows that reports are made of. Today's numbers lag two hours
 * behind. Search terms of shopping ({@code statType}) are not simulated and are refused.
 */
public final class StatsRoute {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
  private static final int LAG_HOURS = 2;

  private final Clock calendar;
  private final Function<Call, Account> accounts;

  public StatsRoute(Clock calendar, Function<Call, Account> accounts) {
    this.calendar = calendar;
    this.accounts = accounts;
  }

  public Routes addTo(Routes routes) {
    return routes.get("/stats", this::stats);
  }

  private Answer stats(Call call) {
    LocalDateTime now = LocalDateTime.now(calendar.withZone(SEOUL));
    StatsQuery query = StatsQuery.of(call, now.toLocalDate());
    Account account = accounts.apply(call);
    return new Answer.Later(() -> Answer.json(200, answer(account, query, now)));
  }

  private static JsonObject answer(Account account, StatsQuery query, LocalDateTime now) {
    LocalDateTime known = now.minusHours(LAG_HOURS).truncatedTo(ChronoUnit.HOURS);
    var json = new JsonObject();
    if (query.daily()) {
      json.put("summary", period(query.days().from(), query.days().to()));
    }
    return json.put(
            "data", query.daily() ? byDay(account, query, known) : byId(account, query, known))
        .put("compTm", now.format(MINUTE))
        .put("cycleBaseTm", known.format(MINUTE));
  }

  /** Days without any number are missing. */
  private static JsonArray byDay(Account account, StatsQuery query, LocalDateTime known) {
    var lines = new JsonArray();
    sums(account, query, known, place -> place.day().toString())
        .forEach(
            (day, metrics) -> {
              JsonObject line = period(LocalDate.parse(day), LocalDate.parse(day));
              metrics.write(line, query.fields());
              lines.add(line);
            });
    return lines;
  }

  /** Ids without any number are missing. */
  private static JsonArray byId(Account account, StatsQuery query, LocalDateTime known) {
    var lines = new JsonArray();
    sums(account, query, known, query.kind()::idAt)
        .forEach(
            (id, metrics) -> {
              var line = new JsonObject().put("id", id);
              metrics.write(line, query.fields());
              Breakdown breakdown = query.breakdown();
              if (breakdown != null) {
                line.put("breakdowns", parts(account, query, known, id, breakdown));
              }
              lines.add(line);
            });
    return lines;
  }

  /** Sales are not given per part: searchad-apidoc issue 712. */
  private static JsonArray parts(
      Account account, StatsQuery query, LocalDateTime known, String id, Breakdown breakdown) {
    List<String> fields =
        query.fields().stream().filter(field -> !field.equals("convAmt")).toList();
    var one =
        new StatsQuery(List.of(id), query.kind(), true, fields, query.days(), false, breakdown);
    var parts = new JsonArray();
    sums(account, one, known, breakdown::nameAt)
        .forEach(
            (name, metrics) -> {
              var part = new JsonObject().put("name", name);
              metrics.write(part, fields);
              parts.add(part);
            });
    return parts;
  }

  private static Map<String, Metrics> sums(
      Account account, StatsQuery query, LocalDateTime known, Function<Place, String> key) {
    var sums = new TreeMap<String, Metrics>();
    BiConsumer<Place, Consumer<Metrics>> count =
        (place, add) -> {
          boolean past = place.day().atTime(place.hour(), 0).isBefore(known);
          if (past && query.ids().contains(query.kind().idAt(place))) {
            add.accept(sums.computeIfAbsent(key.apply(place), first -> new Metrics()));
          }
        };
    query
        .days()
        .from()
        .datesUntil(query.days().to().plusDays(1))
        .map(day -> new AccountDay(account, day))
        .forEach(
            day -> {
              day.performance().forEach(row -> count.accept(row.place(), sum -> sum.add(row)));
              day.conversions().forEach(row -> count.accept(row.place(), sum -> sum.add(row)));
            });
    return sums;
  }

  private static JsonObject period(LocalDate from, LocalDate to) {
    return new JsonObject().put("dateStart", from.toString()).put("dateEnd", to.toString());
  }
}
