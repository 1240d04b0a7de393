package io.daybreak.simulators.naver;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.access.Gate;
import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.account.Accounts;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;

/** Switches for accounts, their keys and the rates, while the simulator runs. */
final class AccountSwitches {

  private final Accounts accounts;
  private final Gate gate;

  AccountSwitches(Accounts accounts, Gate gate) {
    this.accounts = accounts;
    this.gate = gate;
  }

  Routes addTo(Routes routes) {
    return routes
        .post("/_sim/accounts", this::create)
        .post("/_sim/api-keys/{licence}/secret", this::rotate)
        .post("/_sim/limits", this::limit);
  }

  /**
   * {@code {"licence":"l","secret":"s","customerId":1000001,"seed":1}} and any of {@code
   * campaigns}, {@code adGroups}, {@code keywords}, {@code ads}, {@code dailyKeys}, {@code
   * firstDay}.
   */
  private Answer create(Call call) {
    JsonObject json = call.body().toJsonObject();
    AccountSpec small =
        AccountSpec.small(
            json.getString("licence"),
            json.getString("secret"),
            json.getLong("customerId"),
            json.getLong("seed", 1L));
    String firstDay = json.getString("firstDay");
    accounts.create(
        new AccountSpec(
            small.licence(),
            small.secret(),
            small.customerId(),
            small.seed(),
            json.getInteger("campaigns", small.campaigns()),
            json.getInteger("adGroups", small.adGroups()),
            json.getInteger("keywords", small.keywords()),
            json.getInteger("ads", small.ads()),
            json.getInteger("dailyKeys", small.dailyKeys()),
            firstDay == null ? null : LocalDate.parse(firstDay)));
    return Answer.json(201, new JsonObject().put("customerId", small.customerId()));
  }

  /** {@code {"secret":"..."}}; the old secret is refused at once. */
  private Answer rotate(Call call) {
    accounts.rotate(call.pathParameter("licence"), call.body().toJsonObject().getString("secret"));
    return Answer.noContent();
  }

  /** {@code {"reports":10,"others":20,"apiKey":25,"address":100,"windowMillis":1000}}. */
  private Answer limit(Call call) {
    JsonObject json = call.body().toJsonObject();
    RateLimits usual = RateLimits.standard();
    gate.limit(
        new RateLimits(
            json.getInteger("reports", usual.reports()),
            json.getInteger("others", usual.others()),
            json.getInteger("apiKey", usual.apiKey()),
            json.getInteger("address", usual.address()),
            Duration.ofMillis(json.getLong("windowMillis", usual.window().toMillis()))));
    return Answer.noContent();
  }
}
