package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** All report jobs, and the rules by which one may be ordered. */
final class StatReports {

  /**
   * The oldest of more jobs disappear without a word (searchad-apidoc issue 961), or the order is
   * refused (issue 1511).
   */
  static final int JOBS_PER_CUSTOMER = 100;

  private final ReportScripts scripts;
  private final JobTiming timing;
  private final Clock calendar;
  private final LocalTime readyAt;
  private final LongSupplier nanos;
  private final Random random;
  private final Map<Long, LinkedHashMap<Long, StatReportJob>> jobs = new HashMap<>();
  private long nextId = 1_598_730_843;

  /**
   * @param calendar says which day it is
   * @param readyAt time in Seoul from which on the day before can be ordered
   */
  StatReports(
      ReportScripts scripts,
      JobTiming timing,
      Clock calendar,
      LocalTime readyAt,
      LongSupplier nanos,
      long seed) {
    this.scripts = scripts;
    this.timing = timing;
    this.calendar = calendar;
    this.readyAt = readyAt;
    this.nanos = nanos;
    this.random = new Random(seed);
  }

  StatReportJob order(Account account, ReportType type, LocalDate day) {
    checkDay(type, day);
    ReportScript script = scripts.take(account.customerId(), type, day);
    Outcome outcome =
        script.outcome() == Outcome.NORMAL
            ? late(account, day).orElse(Outcome.NORMAL)
            : script.outcome();
    if (outcome == Outcome.NOT_READY) {
      throw new RefusedException(Refusals.notReady());
    }
    if (outcome == Outcome.NOT_FOUND) {
      throw new RefusedException(Refusals.reportNotFound());
    }
    LinkedHashMap<Long, StatReportJob> own = of(account);
    if (own.size() >= JOBS_PER_CUSTOMER && scripts.refusesAtLimit(account.customerId())) {
      throw new RefusedException(Refusals.tooManyJobs(JOBS_PER_CUSTOMER));
    }
    var job =
        new StatReportJob(
            nextId++,
            account,
            type,
            day,
            outcome,
            () -> late(account, day).isPresent(),
            script.timing() == null ? timing : script.timing(),
            token(),
            calendar.instant(),
            nanos.getAsLong());
    own.put(job.id(), job);
    if (own.size() > JOBS_PER_CUSTOMER) {
      own.remove(own.keySet().iterator().next());
    }
    return job;
  }

  /** What a late morning makes of this day; empty for all other days. */
  private Optional<Outcome> late(Account account, LocalDate day) {
    ZonedDateTime now = calendar.instant().atZone(StatReportJob.SEOUL);
    return day.equals(now.toLocalDate().minusDays(1))
        ? scripts.late(account.customerId(), now.toLocalTime())
        : Optional.empty();
  }

  private void checkDay(ReportType type, LocalDate day) {
    ZonedDateTime now = calendar.instant().atZone(StatReportJob.SEOUL);
    LocalDate today = now.toLocalDate();
    boolean yesterdayIsBuilt = !now.toLocalTime().isBefore(readyAt);
    if (!day.isBefore(today) || day.equals(today.minusDays(1)) && !yesterdayIsBuilt) {
      throw new RefusedException(Refusals.notReady());
    }
    if (day.isBefore(today.minusDays(type.retentionDays()))) {
      throw new RefusedException(Refusals.outOfRetention());
    }
  }

  /** Newest first. */
  List<StatReportJob> list(Account account) {
    of(account).values().removeIf(StatReportJob::isGone);
    var list = new ArrayList<>(of(account).values());
    Collections.reverse(list);
    return list;
  }

  StatReportJob get(Account account, long id) {
    return Optional.ofNullable(of(account).get(id))
        .orElseThrow(() -> new RefusedException(Refusals.notFound()));
  }

  void delete(Account account, long id) {
    of(account).remove(get(account, id).id());
  }

  void deleteAll(Account account) {
    of(account).clear();
  }

  /** The job whose file this token opens, whoever's it is. */
  Optional<StatReportJob> byToken(String token) {
    return jobs.values().stream()
        .flatMap(own -> own.values().stream())
        .filter(job -> job.token().equals(token))
        .findFirst();
  }

  private LinkedHashMap<Long, StatReportJob> of(Account account) {
    return jobs.computeIfAbsent(account.customerId(), customer -> new LinkedHashMap<>());
  }

  /** Has all three characters of Base64 that a query changes if they are not encoded once. */
  private String token() {
    var bytes = new byte[31];
    random.nextBytes(bytes);
    String encoded = Base64.getEncoder().encodeToString(bytes);
    return encoded.substring(0, 8) + "+/" + encoded.substring(8);
  }
}
