package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scripts in force; {@code POST|DELETE /_sim/reports}. The first that matches is used. Late
 * mornings are {@code POST|DELETE /_sim/mornings}, what happens at the limit of jobs {@code POST
 * /_sim/report-limit}.
 */
public final class ReportScripts {

  private static final ReportScript USUAL =
      new ReportScript(null, null, null, Outcome.NORMAL, Integer.MAX_VALUE, null);

  private final List<ReportScript> scripts = new ArrayList<>();
  private final List<Morning> mornings = new ArrayList<>();
  private final Set<Long> refusedAtLimit = new HashSet<>();
  private boolean allRefusedAtLimit;

  public synchronized void add(ReportScript script) {
    scripts.add(script);
  }

  public synchronized void clear() {
    scripts.clear();
  }

  synchronized ReportScript take(long customer, ReportType type, LocalDate day) {
    for (int i = 0; i < scripts.size(); i++) {
      ReportScript script = scripts.get(i);
      if (script.times() > 0 && script.matches(customer, type, day)) {
        scripts.set(i, script.used());
        return script;
      }
    }
    return USUAL;
  }

  /** The newest of those that concern a customer counts. */
  public synchronized void add(Morning morning) {
    mornings.add(0, morning);
  }

  /** From now on yesterday is ready for everybody. */
  public synchronized void clearMornings() {
    mornings.clear();
  }

  /**
   * What is answered for yesterday.
   *
   * @param now time in Seoul
   * @return empty if it is ready
   */
  synchronized Optional<Outcome> late(long customer, LocalTime now) {
    return mornings.stream()
        .filter(morning -> morning.concerns(customer))
        .findFirst()
        .filter(morning -> morning.isLate(now))
        .map(Morning::until);
  }

  /**
   * Whether the order beyond the limit is refused, instead of the oldest job's disappearing.
   *
   * @param customer null for every customer
   */
  public synchronized void refuseAtLimit(@Nullable Long customer, boolean refuse) {
    if (customer == null) {
      allRefusedAtLimit = refuse;
      refusedAtLimit.clear();
    } else if (refuse) {
      refusedAtLimit.add(customer);
    } else {
      refusedAtLimit.remove(customer);
    }
  }

  synchronized boolean refusesAtLimit(long customer) {
    return allRefusedAtLimit || refusedAtLimit.contains(customer);
  }

  public Routes addTo(Routes routes) {
    return routes
        .post("/_sim/reports", this::post)
        .delete("/_sim/reports", this::delete)
        .post("/_sim/mornings", this::late)
        .delete("/_sim/mornings", this::ready)
        .post("/_sim/report-limit", this::limit);
  }

  private Answer late(Call call) {
    add(Morning.of(call.body().toJsonObject()));
    return Answer.noContent();
  }

  private Answer ready(Call call) {
    clearMornings();
    return Answer.noContent();
  }

  /** {@code {"customer":1000001,"refuse":true}}; without a customer for all of them. */
  private Answer limit(Call call) {
    JsonObject json = call.body().toJsonObject();
    refuseAtLimit(json.getLong("customer"), json.getBoolean("refuse", true));
    return Answer.noContent();
  }

  /** One script or a list; they are added to those in force. */
  private Answer post(Call call) {
    Object json = call.body().toJson();
    JsonArray list = json instanceof JsonArray several ? several : new JsonArray().add(json);
    list.stream().map(one -> ReportScript.of((JsonObject) one)).toList().forEach(this::add);
    return Answer.noContent();
  }

  private Answer delete(Call call) {
    clear();
    return Answer.noContent();
  }
}
