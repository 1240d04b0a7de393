package io.daybreak.simulators.naver.totals;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Accounts;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** {@code GET /_sim/totals?customer=&from=&to=&format=}; without a format the rows of each. */
public final class TotalsRoutes {

  private final Accounts accounts;

  public TotalsRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  public Routes addTo(Routes routes) {
    return routes.get("/_sim/totals", this::totals);
  }

  private Answer totals(Call call) {
    Account account = accounts.get(Long.parseLong(parameter(call, "customer")));
    var from = LocalDate.parse(parameter(call, "from"));
    var to = LocalDate.parse(parameter(call, "to"));
    String format = call.parameter("format");
    Set<RowFormat> formats =
        format == null ? EnumSet.allOf(RowFormat.class) : EnumSet.of(RowFormat.valueOf(format));
    return new Answer.Later(
        () -> Answer.json(200, json(new SourceTotals(account, from, to), formats)));
  }

  private static JsonObject json(SourceTotals totals, Set<RowFormat> formats) {
    var rows = new JsonObject();
    formats.forEach(format -> rows.put(format.name(), totals.rows(format)));
    Sums sums = totals.sums();
    return new JsonObject()
        .put("rows", rows)
        .put("impressions", sums.impressions())
        .put("clicks", sums.clicks())
        .put("cost", sums.cost().stripTrailingZeros().toPlainString())
        .put("conversions", sums.conversions())
        .put("sales", sums.sales())
        .put("purchaseRevenue", totals.purchaseRevenue());
  }

  private static String parameter(Call call, String name) {
    return Objects.requireNonNull(call.parameter(name), name);
  }
}
