package io.daybreak.simulators.naver.stats;

import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call of {@code /stats} asks for.
 *
 * @param single whether it was asked by {@code id}, not {@code ids}
 * @param daily one line a day, else one line an id
 */
record StatsQuery(
    List<String> ids,
    EntityKind kind,
    boolean single,
    List<String> fields,
    Days days,
    boolean daily,
    @Nullable Breakdown breakdown) {

  static StatsQuery of(Call call, LocalDate today) {
    String id = call.parameter("id");
    List<String> ids =
        call.head().parameters().getAll("ids").stream()
            .flatMap(several -> Arrays.stream(several.split(",")))
            .toList();
    if ((id == null) == ids.isEmpty() || call.parameter("statType") != null) {
      throw malformed();
    }
    List<String> asked = id == null ? ids : List.of(id);
    Breakdown breakdown = breakdown(call);
    boolean daily = daily(call, id != null, breakdown != null);
    Days days = Days.of(call, today);
    if (breakdown != null && days.length() > Breakdown.LARGEST_RANGE) {
      throw new RefusedException(Refusals.noSuchCombination());
    }
    return new StatsQuery(
        asked, EntityKind.of(asked), id != null, fields(call), days, daily, breakdown);
  }

  private static @Nullable Breakdown breakdown(Call call) {
    String name = call.parameter("breakdown");
    return name == null ? null : Breakdown.of(name).orElseThrow(StatsQuery::malformed);
  }

  private static boolean daily(Call call, boolean single, boolean split) {
    String increment = call.parameter("timeIncrement");
    if (increment == null) {
      if (split) {
        throw malformed();
      }
      return single;
    }
    if (!Set.of("1", "allDays").contains(increment)
        || increment.equals("1") && (!single || split)) {
      throw malformed();
    }
    return increment.equals("1");
  }

  private static List<String> fields(Call call) {
    try {
      List<String> fields =
          new JsonArray(String.valueOf(call.parameter("fields")))
              .stream().map(String::valueOf).toList();
      if (!fields.isEmpty() && Metrics.FIELDS.containsAll(fields)) {
        return fields;
      }
    } catch (DecodeException notAnArray) {
      // refused below, like unknown fields
    }
    throw malformed();
  }

  private static RefusedException malformed() {
    return new RefusedException(Refusals.badParameter());
  }
}
