package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The scripts in force; {@code POST|DELETE /_sim/reports}. The first that matches is used. */
public final class ReportScripts {

  private static final ReportScript USUAL =
      new ReportScript(null, null, null, Outcome.NORMAL, Integer.MAX_VALUE, null);

  private final List<ReportScript> scripts = new ArrayList<>();

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

  public Routes addTo(Routes routes) {
    return routes.post("/_sim/reports", this::post).delete("/_sim/reports", this::delete);
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
