package io.daybreak.simulators.kernel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The switches below {@code /_sim/}, which only tests and people use: {@code GET|DELETE
 * /_sim/journal}, {@code POST|DELETE /_sim/faults} and the simulation's own.
 */
final class ControlApi {

  static final String PREFIX = "/_sim/";

  private final Journal journal;
  private final Faults faults;
  private final Routes own;
  private final Routes shared = new Routes();

  ControlApi(Journal journal, Faults faults, Routes own) {
    this.journal = journal;
    this.faults = faults;
    this.own = own;
    shared
        .get("/_sim/journal", this::readJournal)
        .delete("/_sim/journal", this::clearJournal)
        .post("/_sim/faults", this::addFaults)
        .delete("/_sim/faults", this::clearFaults);
  }

  Answer answer(Call call) {
    try {
      return shared
          .answer(call)
          .or(() -> own.answer(call))
          .orElseGet(() -> Answer.json(404, new JsonObject().put("error", "no such switch")));
    } catch (RuntimeException wrongInput) {
      return Answer.json(400, new JsonObject().put("error", String.valueOf(wrongInput)));
    }
  }

  /** {@code since}: only calls after this sequence number. */
  private Answer readJournal(Call call) {
    @Nullable String since = call.parameter("since");
    var calls = new JsonArray();
    journal
        .entriesSince(since == null ? 0 : Long.parseLong(since))
        .forEach(entry -> calls.add(entry.toJson()));
    return Answer.json(200, new JsonObject().put("last", journal.last()).put("calls", calls));
  }

  private Answer clearJournal(Call call) {
    journal.clear();
    return Answer.noContent();
  }

  /** One rule or a list of rules; they are added to those in force. */
  private Answer addFaults(Call call) {
    Object json = call.body().toJson();
    JsonArray rules = json instanceof JsonArray list ? list : new JsonArray().add(json);
    var parsed = rules.stream().map(rule -> FaultRule.of((JsonObject) rule)).toList();
    parsed.forEach(faults::add);
    return Answer.noContent();
  }

  private Answer clearFaults(Call call) {
    faults.clear();
    return Answer.noContent();
  }
}
