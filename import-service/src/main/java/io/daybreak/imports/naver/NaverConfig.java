package io.daybreak.imports.naver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/**
 * Where NAVER is and how fast it may be called. NAVER publishes no limits; the defaults are what
 * its maintainers have said in the issues of <a
 * href="https://github.com/naver/searchad-apidoc">searchad-apidoc</a>: some 25 calls a second, some
 * 10 for reports, and 100 for an address. The budgets space the calls a little wider, so that no
 * second at NAVER's has more although some calls are under way for longer than others.
 */
@ConfigMapping(prefix = "daybreak.naver")
public interface NaverConfig {

  /** Scheme, host and port. NAVER itself is {@code https://api.searchad.naver.com}. */
  @WithDefault("http://localhost:9101")
  URI baseUrl();

  /** Calls a second about reports, for each customer id. */
  @WithDefault("10")
  double reportCallsPerSecond();

  /** Other calls a second, for each customer id. */
  @WithDefault("20")
  double otherCallsPerSecond();

  /** Calls a second with one API key, over all its customer ids. */
  @WithDefault("25")
  double callsPerSecondAndKey();

  /** Calls a second from one egress address, over all API keys. */
  @WithDefault("100")
  double callsPerSecondAndAddress();

  /** Names the egress address; processes that reach NAVER from the same address share the name. */
  @WithDefault("default")
  String egressAddress();

  /** Calls that one process has under way at once with one API key. */
  @WithDefault("16")
  int callsAtOnceAndKey();

  /** How long NAVER may send nothing while a report is downloaded. */
  @WithDefault("60s")
  Duration downloadSilence();

  /** Time to connect. How long a call may take is with each method of {@link NaverGateway}. */
  @WithDefault("5s")
  Duration connectTimeout();
}
