package io.daybreak.simulators.naver;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import io.daybreak.simulators.naver.access.Gate;
import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.account.Accounts;
import io.daybreak.simulators.naver.report.ReportScripts;
import io.daybreak.simulators.naver.totals.SourceTotals;
import java.net.URI;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;

/** A running NAVER Search Ad API. Accounts can be added and spoiled while it runs. */
public final class NaverSimulator implements AutoCloseable {

  private final Accounts accounts;
  private final ReportScripts scripts;
  private final Gate gate;
  private final SimulatorServer server;

  private NaverSimulator(
      Accounts accounts, ReportScripts scripts, Gate gate, SimulatorServer server) {
    this.accounts = accounts;
    this.scripts = scripts;
    this.gate = gate;
    this.server = server;
  }

  /** Starts it, without any account. */
  public static NaverSimulator start(NaverConfig config) {
    var accounts = new Accounts();
    var scripts = new ReportScripts();
    var gate = new Gate(accounts, config.signatures(), config.limits());
    var base = new AtomicReference<URI>();
    var server =
        SimulatorServer.start(
            new SimulatorOptions("naver", config.port(), config.seed()),
            new NaverSimulation(config, accounts, scripts, gate, base::get));
    base.set(server.baseUrl());
    return new NaverSimulator(accounts, scripts, gate, server);
  }

  /** Where services reach it, without a slash at the end. */
  public URI url() {
    return server.baseUrl();
  }

  public Account create(AccountSpec spec) {
    return accounts.create(spec);
  }

  /** The API keys and accounts: give access to more, rotate secrets. */
  public Accounts accounts() {
    return accounts;
  }

  /** What shall happen to report jobs. */
  public ReportScripts scripts() {
    return scripts;
  }

  /** Changes the rates; all windows begin empty. */
  public void limit(RateLimits limits) {
    gate.limit(limits);
  }

  /** The truth about an account, the last day included. */
  public SourceTotals totals(long customerId, LocalDate from, LocalDate to) {
    return new SourceTotals(accounts.get(customerId), from, to);
  }

  public Journal journal() {
    return server.journal();
  }

  public Faults faults() {
    return server.faults();
  }

  @Override
  public void close() {
    server.close();
  }
}
