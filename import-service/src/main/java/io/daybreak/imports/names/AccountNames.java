package io.daybreak.imports.names;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.naver.NaverAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Gives each run the names that its rows need. */
@ApplicationScoped
public class AccountNames {

  private final NameCache cache;
  private final NamesConfig config;
  private final Clock clock;

  AccountNames(NameCache cache, NamesConfig config, Clock clock) {
    this.cache = cache;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The names of one run.
   *
   * @param firstDay of the run, Asia/Seoul
   * @param check called before every call to NAVER; what it throws ends the work
   */
  public RunNames of(NaverAccount naver, Format format, LocalDate firstDay, Runnable check) {
    return new RunNames(naver, format, firstDay, cache, config, clock, check);
  }
}
