package io.daybreak.simulators.naver;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.access.Gate;
import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.account.Accounts;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Switches for accounts, their keys and the rates, while the simulator runs. */
final class AccountSwitches {

  private final Accounts accounts;
  private final Gate gate;
  private final Clock calendar;

  AccountSwitches(Accounts accounts, Gate gate, Clock calendar) {
    this.accounts = accounts;
    this.calendar = calendar;
    this.gate = gate;
  }

  Routes addTo(Routes routes) {
    return routes
        .post("/_sim/accounts", this::create)
        .post("/_sim/api-keys/{licence}/secret", this::rotate)
        .post("/_sim/accounts/{customer}/entities/{id}", this::change)
        .post("/_sim/api-keys/{licence}/revoke", this::revoke)
        .post("/_sim/limits", this::limit);
  }

  /**
   * {@code {"licence":"l","secret":"s","customerId":1000001,"seed":1}} and any of {@code
   * campaigns}, {@code adGroups}, {@code keywords}, {@code ads}, {@code dailyKeys}, {@code
   * firstDay}, {@code manager} (number of the manager account above it).
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
    Long manager = json.getLong("manager");
    if (manager != null) {
      accounts.manage(small.customerId(), manager);
    }
    return Answer.json(201, new JsonObject().put("customerId", small.customerId()));
  }

  /** {@code {"name":"new name"}}, {@code {"deleted":true}} or {@code {"purged":true}}. */
  private Answer change(Call call) {
    JsonObject json = call.body().toJsonObject();
    Account account = accounts.get(Long.parseLong(call.pathParameter("customer")));
    String id = call.pathParameter("id");
    String name = json.getString("name");
    if (name != null) {
      account.rename(id, name, calendar.instant());
    }
    boolean purged = json.getBoolean("purged", false);
    if (purged || json.getBoolean("deleted", false)) {
      account.delete(id, purged, calendar.instant());
    }
    return Answer.noContent();
  }

  /** {@code {"customerId":1000001}}: the key may not read that account any more. */
  private Answer revoke(Call call) {
    accounts.revoke(
        call.pathParameter("licence"), call.body().toJsonObject().getLong("customerId"));
    return Answer.noContent();
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
