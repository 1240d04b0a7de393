package io.daybreak.imports.names;

import io.daybreak.imports.names.NameKind.Named;
import io.daybreak.imports.naver.MasterReport;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.ReportStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings an account's names from NAVER's master reports into the cache: one order for each kind,
 * one look for all of them, one download for each that has lines. What does not come is left out;
 * names never fail a run.
 */
final class MasterLists {

  private static final Logger LOG = Logger.getLogger(MasterLists.class);

  /** Names that one statement keeps. */
  private static final int AT_ONCE = 2_000;

  private final NaverAccount naver;
  private final NameCache cache;
  private final NamesConfig config;
  private final Runnable check;

  /**
   * @param check called before every call; what it throws ends the work
   */
  MasterLists(NaverAccount naver, NameCache cache, NamesConfig config, Runnable check) {
    this.naver = naver;
    this.cache = cache;
    this.config = config;
    this.check = check;
  }

  /**
   * Takes in the lists, blocking until they are there or take too long.
   *
   * @param from for each kind the moment from which on changes are wanted, or empty for all that
   *     there is
   * @param now the moment up to which the lists count
   */
  void take(Map<NameKind, Optional<Instant>> from, Instant now) throws InterruptedException {
    Map<NameKind, String> ordered = new EnumMap<>(NameKind.class);
    from.forEach((kind, since) -> order(kind, since.orElse(null), ordered));
    Duration pause = config.firstLook();
    long deadline = System.nanoTime() + config.longestBuild().toNanos();
    while (!ordered.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      pause = pause.multipliedBy(3).dividedBy(2);
      look(ordered, now);
    }
    ordered.forEach(
        (kind, id) ->
            LOG.infof(
                "Account %s: NAVER's list %s was not ready in time",
                naver.customerId(), kind.item()));
  }

  private void order(NameKind kind, @Nullable Instant since, Map<NameKind, String> ordered) {
    attempt(kind, () -> ordered.put(kind, naver.orderMasterReport(kind.item(), since).id()));
  }

  private void look(Map<NameKind, String> ordered, Instant now) {
    check.run();
    Map<String, MasterReport> seen = new HashMap<>();
    try {
      naver.masterReports().forEach(report -> seen.put(report.id(), report));
    } catch (NaverException e) {
      LOG.infof("Account %s: no look at NAVER's lists: %s", naver.customerId(), e.getMessage());
      return;
    }
    for (Map.Entry<NameKind, String> each : Map.copyOf(ordered).entrySet()) {
      MasterReport report = seen.get(each.getValue());
      if (report == null || isOver(report.status())) {
        ordered.remove(each.getKey());
        finish(each.getKey(), report, now);
      }
    }
  }

  private static boolean isOver(ReportStatus status) {
    return switch (status) {
      case BUILT, NONE, ERROR, CHANGED -> true;
      case REGIST, RUNNING, WAITING, AGGREGATING, UNKNOWN -> false;
    };
  }

  private void finish(NameKind kind, @Nullable MasterReport report, Instant now) {
    if (report != null && report.status() == ReportStatus.BUILT) {
      attempt(
          kind,
          () -> {
            naver.downloadMasterReport(URI.create(report.downloadUrl()), body -> read(kind, body));
            cache.take(naver.customerId(), kind, now);
          });
    } else if (report != null && report.status() == ReportStatus.NONE) {
      cache.take(naver.customerId(), kind, now);
    } else {
      LOG.infof("Account %s: NAVER did not make its list %s", naver.customerId(), kind.item());
    }
  }

  private void attempt(NameKind kind, Runnable call) {
    check.run();
    try {
      call.run();
    } catch (NaverException e) {
      LOG.infof(
          "Account %s: no list %s from NAVER: %s", naver.customerId(), kind.item(), e.getMessage());
    }
  }

  private long read(NameKind kind, InputStream body) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    Map<String, String> learned = new HashMap<>();
    long unread = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Optional<Named> named = kind.read(line);
      named.ifPresent(entity -> learned.put(entity.id(), entity.name()));
      unread += named.isEmpty() && !line.isEmpty() ? 1 : 0;
      if (learned.size() >= AT_ONCE) {
        keep(learned);
      }
    }
    keep(learned);
    if (unread > 0) {
      LOG.infof(
          "Account %s: %d lines of NAVER's list %s are not as documented and were left out",
          naver.customerId(), unread, kind.item());
    }
    return unread;
  }

  private void keep(Map<String, String> learned) {
    if (!learned.isEmpty()) {
      cache.keep(naver.customerId(), learned);
      learned.clear();
    }
  }
}
