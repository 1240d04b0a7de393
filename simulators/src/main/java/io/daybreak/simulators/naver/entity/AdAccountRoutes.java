package io.daybreak.simulators.naver.entity;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Accounts;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a key may read: {@code /ad-accounts}, {@code /manager-accounts} and {@code
 * /manager-accounts/{no}/child-ad-accounts}, pages of JSON (since 2025-09-01, field names as in <a
 * href="https://github.com/naver/searchad-apidoc/issues/1264">searchad-apidoc 1264</a>).
 */
public final class AdAccountRoutes {

  private static final int LARGEST_PAGE = 1000;

  private final Accounts accounts;

  public AdAccountRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whether a path is of a call that names no customer. */
  public static boolean serves(String path) {
    return path.equals("/ad-accounts") || path.startsWith("/manager-accounts");
  }

  public Routes addTo(Routes routes) {
    return routes
        .get("/ad-accounts", this::adAccounts)
        .get("/manager-accounts", this::managerAccounts)
        .get("/manager-accounts/{no}/child-ad-accounts", this::children);
  }

  private Answer adAccounts(Call call) {
    return page(
        call,
        customers(call).stream()
            .filter(customer -> accounts.managerOf(customer).isEmpty())
            .map(AdAccountRoutes::shown)
            .toList());
  }

  private Answer managerAccounts(Call call) {
    return page(
        call,
        customers(call).stream()
            .map(accounts::managerOf)
            .flatMap(Optional::stream)
            .distinct()
            .map(
                number ->
                    new JsonObject()
                        .put("managerAccountNo", number)
                        .put("managerAccountName", "대행사 " + number)
                        .put("accountRole", "MASTER"))
            .toList());
  }

  private Answer children(Call call) {
    String number = call.pathParameter("no");
    List<JsonObject> children =
        customers(call).stream()
            .filter(
                customer ->
                    accounts.managerOf(customer).map(String::valueOf).equals(Optional.of(number)))
            .map(AdAccountRoutes::shown)
            .toList();
    if (children.isEmpty()) {
      throw new RefusedException(Refusals.notFound());
    }
    return page(call, children);
  }

  private List<Long> customers(Call call) {
    return accounts.customersOf(Objects.requireNonNull(call.header("X-API-KEY")));
  }

  private static JsonObject shown(long customer) {
    return new JsonObject()
        .put("accountRole", "MASTER")
        .put("adAccountName", "쇼핑몰 " + customer)
        .put("adAccountNo", customer % 100_000 + 50_000)
        .put("customerId", customer);
  }

  private static Answer page(Call call, List<JsonObject> all) {
    int page = number(call, "page", 0, Integer.MAX_VALUE);
    int size = Math.max(1, number(call, "size", 20, LARGEST_PAGE));
    int from = (int) Math.min(all.size(), (long) page * size);
    var content = new JsonArray();
    all.subList(from, Math.min(all.size(), from + size)).forEach(content::add);
    return Answer.json(
        200,
        new JsonObject()
            .put("content", content)
            .put("number", page)
            .put("size", size)
            .put("numberOfElements", content.size())
            .put("totalElements", all.size())
            .put("totalPages", (all.size() + size - 1) / size));
  }

  private static int number(Call call, String name, int usual, int most) {
    String text = call.parameter(name);
    try {
      int value = text == null ? usual : Integer.parseInt(text);
      if (value >= 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw new RefusedException(Refusals.badParameter());
  }
}
