package io.daybreak.simulators.naver;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.daybreak.simulators.naver.access.Gate;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Accounts;
import io.daybreak.simulators.naver.entity.AdAccountRoutes;
import io.daybreak.simulators.naver.entity.EntityRoutes;
import io.daybreak.simulators.naver.master.MasterReportRoutes;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.daybreak.simulators.naver.report.DownloadRoute;
import io.daybreak.simulators.naver.report.ReportScripts;
import io.daybreak.simulators.naver.report.StatReportRoutes;
import io.daybreak.simulators.naver.stats.StatsRoute;
import io.daybreak.simulators.naver.totals.TotalsRoutes;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** NAVER's behaviour as a whole: gate, content type, then the resources. */
final class NaverSimulation implements Simulation {

  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset=utf-8)?", Pattern.CASE_INSENSITIVE);

  private final Accounts accounts;
  private final ReportScripts scripts;
  private final Gate gate;
  private final StatReportRoutes reports;
  private final MasterReportRoutes masters;
  private final Clock calendar;
  private final Routes routes = new Routes();

  /**
   * @param base where the simulator is reached, known only after it has started
   */
  NaverSimulation(
      NaverConfig config, Accounts accounts, ReportScripts scripts, Gate gate, Supplier<URI> base) {
    this.accounts = accounts;
    this.scripts = scripts;
    this.gate = gate;
    calendar = config.calendar();
    reports =
        new StatReportRoutes(
            scripts,
            config.jobs(),
            config.calendar(),
            config.readyAt(),
            System::nanoTime,
            config.seed(),
            this::account,
            base);
    masters =
        new MasterReportRoutes(
            config.jobs(), config.calendar(), config.seed(), this::account, base);
    new AdAccountRoutes(accounts).addTo(routes);
    new EntityRoutes(this::account).addTo(routes);
    new StatsRoute(config.calendar(), this::account).addTo(routes);
    reports.addTo(routes);
    masters.addTo(routes);
    new DownloadRoute(List.of(reports::download, masters::download)).addTo(routes);
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    var identity = new HashMap<String, String>();
    String customer = head.headers().get("X-Customer");
    String licence = head.headers().get("X-API-KEY");
    if (customer != null) {
      identity.put("customer", customer);
    }
    if (licence != null) {
      identity.put("apiKey", licence);
    }
    identity.put("address", head.remoteAddress());
    return Map.copyOf(identity);
  }

  @Override
  public Answer answer(Call call) {
    return admitted(call).with("X-Transaction-ID", UUID.randomUUID().toString());
  }

  private Answer admitted(Call call) {
    try {
      if (AdAccountRoutes.serves(call.path())) {
        gate.enterWithoutCustomer(call);
      } else {
        gate.enter(call);
      }
      checkContentType(call);
      return routes.answer(call).orElseGet(Refusals::notFound);
    } catch (RefusedException refused) {
      return refused.answer();
    }
  }

  /** Exactly one header line of the right type: enforced by NAVER since December 2025. */
  private static void checkContentType(Call call) {
    if (!call.method().equals("POST") && !call.method().equals("PUT")) {
      return;
    }
    List<String> types = call.head().headers().getAll("Content-Type");
    if (types.size() != 1 || !JSON.matcher(types.get(0).trim()).matches()) {
      throw new RefusedException(Refusals.contentType());
    }
  }

  /** The account of a call that has passed the gate. */
  private Account account(Call call) {
    return accounts.get(Long.parseLong(Objects.requireNonNull(call.header("X-Customer"))));
  }

  /** {@code {"customer":1000001}}: another tool deletes all report jobs of the account. */
  private Answer vanish(Call call) {
    reports.vanish(accounts.get(call.body().toJsonObject().getLong("customer")));
    return Answer.noContent();
  }

  @Override
  public Answer.Whole refusal(int status) {
    return Refusals.of(status);
  }

  @Override
  public Routes control() {
    Routes control = new Routes();
    new AccountSwitches(accounts, gate, calendar).addTo(control);
    masters.addSwitches(control);
    control.post("/_sim/reports/vanish", this::vanish);
    new TotalsRoutes(accounts).addTo(control);
    return scripts.addTo(control);
  }
}
