package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.naver.account.Account;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/** One report job of one day. Its state follows from the time since it was ordered. */
final class StatReportJob {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  enum Status {
    REGIST,
    RUNNING,
    AGGREGATING,
    BUILT,
    NONE,
    ERROR,
    CHANGED
  }

  private final long id;
  private final Account account;
  private final ReportType type;
  private final LocalDate day;
  private final Outcome outcome;
  private final BooleanSupplier late;
  private final JobTiming timing;
  private final String token;
  private final Instant orderedAt;
  private final long orderedNanos;
  private boolean seenBuilt;
  private boolean seen;
  private boolean downloadFailed;
  private final boolean orderedLate;

  /**
   * @param late whether NAVER still is late with the day; a job in AGGREGATING goes on afterwards
   * @param token of the download; has characters that must be encoded in a query
   */
  StatReportJob(
      long id,
      Account account,
      ReportType type,
      LocalDate day,
      Outcome outcome,
      BooleanSupplier late,
      JobTiming timing,
      String token,
      Instant orderedAt,
      long orderedNanos) {
    this.id = id;
    this.account = account;
    this.type = type;
    this.day = day;
    this.outcome = outcome;
    this.late = late;
    this.timing = timing;
    this.token = token;
    this.orderedAt = orderedAt;
    this.orderedNanos = orderedNanos;
    this.orderedLate = late.getAsBoolean();
  }

  /** Whether somebody else has deleted it meanwhile. */
  boolean isGone() {
    return outcome == Outcome.VANISHES && seen;
  }

  /** Whether this download is answered with an error, although the next one will not be. */
  boolean failsDownload() {
    boolean fails = outcome == Outcome.DOWNLOAD_FAILS_ONCE && !downloadFailed;
    downloadFailed |= fails;
    return fails;
  }

  long id() {
    return id;
  }

  String token() {
    return token;
  }

  Account account() {
    return account;
  }

  ReportFile file() {
    return new ReportFile(account, type, day, outcome);
  }

  Status status(long nanos) {
    long age = nanos - orderedNanos;
    if (age < timing.registered().toNanos()) {
      return Status.REGIST;
    }
    if (age < timing.registered().plus(timing.running()).toNanos()) {
      return Status.RUNNING;
    }
    return switch (outcome) {
      case NONE -> Status.NONE;
      case ERROR -> Status.ERROR;
      case AGGREGATING -> orderedLate && !late.getAsBoolean() ? complete() : Status.AGGREGATING;
      case CHANGED -> Status.CHANGED;
      case CHANGED_AFTER_BUILT -> seenBuilt ? Status.CHANGED : Status.BUILT;
      case NORMAL,
          EXTRA_COLUMN,
          MISSING_COLUMN,
          NOT_A_NUMBER,
          NOT_READY,
          NOT_FOUND,
          HALF,
          DOWNLOAD_FAILS_ONCE,
          VANISHES ->
          complete();
    };
  }

  private Status complete() {
    return file().isEmpty() ? Status.NONE : Status.BUILT;
  }

  /** The job as NAVER shows it; a look that shows BUILT is remembered. */
  JsonObject look(URI base, long nanos) {
    Status status = status(nanos);
    seenBuilt |= status == Status.BUILT;
    seen |= status == Status.BUILT || status == Status.RUNNING;
    return new JsonObject()
        .put("reportJobId", id)
        .put("statDt", day.atStartOfDay(SEOUL).toInstant().toString())
        .put("updateTm", updatedAt(nanos).truncatedTo(ChronoUnit.SECONDS).toString())
        .put("reportTp", type.name())
        .put("status", status.name())
        .put("downloadUrl", status == Status.BUILT ? downloadUrl(base) : "")
        .put("regTm", orderedAt.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("loginId", "demo:naver");
  }

  private Instant updatedAt(long nanos) {
    long done = timing.registered().plus(timing.running()).toNanos();
    return orderedAt.plusNanos(Math.min(nanos - orderedNanos, done));
  }

  private String downloadUrl(URI base) {
    return base
        + "/report-download?authtoken="
        + URLEncoder.encode(token, StandardCharsets.UTF_8)
        + "&fileVersion=v2";
  }
}
