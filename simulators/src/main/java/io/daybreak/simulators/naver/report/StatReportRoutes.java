package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.refusal.GatewayRefusals;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** {@code /stat-reports}, and the files behind {@code /report-download}. */
public final class StatReportRoutes {

  private final StatReports reports;
  private final LongSupplier nanos;
  private final Function<Call, Account> accounts;
  private final Supplier<URI> base;

  /**
   * @param accounts the account a call is about
   * @param base where the simulator is reached; download addresses begin with it
   */
  public StatReportRoutes(
      ReportScripts scripts,
      JobTiming timing,
      Clock calendar,
      LocalTime readyAt,
      LongSupplier nanos,
      long seed,
      Function<Call, Account> accounts,
      Supplier<URI> base) {
    this.reports = new StatReports(scripts, timing, calendar, readyAt, nanos, seed);
    this.nanos = nanos;
    this.accounts = accounts;
    this.base = base;
  }

  public Routes addTo(Routes routes) {
    return routes
        .post("/stat-reports", this::order)
        .get("/stat-reports", this::list)
        .get("/stat-reports/{id}", this::look)
        .delete("/stat-reports/{id}", this::delete)
        .delete("/stat-reports", this::deleteAll);
  }

  /** Somebody else's {@code DELETE /stat-reports} for an account. */
  public void vanish(Account account) {
    reports.deleteAll(account);
  }

  private Answer order(Call call) {
    OrderBody order = OrderBody.of(call);
    return Answer.json(200, shown(reports.order(accounts.apply(call), order.type(), order.day())));
  }

  private Answer list(Call call) {
    var list = new JsonArray();
    reports.list(accounts.apply(call)).forEach(job -> list.add(shown(job)));
    return Answer.json(200, list);
  }

  private Answer look(Call call) {
    return Answer.json(200, shown(reports.get(accounts.apply(call), id(call))));
  }

  private Answer delete(Call call) {
    reports.delete(accounts.apply(call), id(call));
    return Answer.noContent();
  }

  private Answer deleteAll(Call call) {
    reports.deleteAll(accounts.apply(call));
    return Answer.noContent();
  }

  /**
   * The file behind a download token, or nothing if the token is not one of a stat report.
   *
   * @throws RefusedException if the file is another account's, or there is none any more
   */
  public Optional<Answer> download(Call call, String token) {
    return reports.byToken(token).map(job -> file(call, job, accounts.apply(call)));
  }

  private Answer file(Call call, StatReportJob job, Account account) {
    if (job.account().customerId() != account.customerId()) {
      throw new RefusedException(GatewayRefusals.noPermission());
    }
    if (job.status(nanos.getAsLong()) != StatReportJob.Status.BUILT) {
      throw new RefusedException(Refusals.brokenDownload());
    }
    if (job.failsDownload()) {
      throw new RefusedException(Refusals.brokenDownload());
    }
    return Files.answer(call, job.file().parts());
  }

  private JsonObject shown(StatReportJob job) {
    return job.look(base.get(), nanos.getAsLong());
  }

  private static long id(Call call) {
    try {
      return Long.parseLong(call.pathParameter("id"));
    } catch (NumberFormatException notANumber) {
      throw new RefusedException(Refusals.badParameter());
    }
  }
}
