package io.daybreak.imports.names;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.EntityNames;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.plan.ImportDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The names of one run: those that are known, renewed from NAVER's lists of what has changed since
 * the last run. What then has no name is looked for among the changes since before the run's first
 * day, which name deleted entities too, and at last by id. An id without a name gets an empty one;
 * no name ever fails a run.
 */
public final class RunNames {

  private static final Logger LOG = Logger.getLogger(RunNames.class);
  private static final int IDS_PER_QUERY = 1000;

  /** NAVER has the changes of two years. */
  private static final Duration OLDEST_CHANGES = Duration.ofDays(729);

  private final NaverAccount naver;
  private final LocalDate firstDay;
  private final NameCache cache;
  private final NamesConfig config;
  private final Clock clock;
  private final Runnable check;
  private final MasterLists lists;
  private final List<NameKind> kinds;
  private final Set<NameKind> listed = EnumSet.noneOf(NameKind.class);
  private final Set<NameKind> searched = EnumSet.noneOf(NameKind.class);

  private int callsById;

  RunNames(
      NaverAccount naver,
      Format format,
      LocalDate firstDay,
      NameCache cache,
      NamesConfig config,
      Clock clock,
      Runnable check) {
    this.naver = naver;
    this.firstDay = firstDay;
    this.cache = cache;
    this.config = config;
    this.clock = clock;
    this.check = check;
    this.lists = new MasterLists(naver, cache, config, check);
    this.kinds =
        Arrays.stream(NameKind.values()).filter(kind -> format.has(kind.dimension())).toList();
  }

  /**
   * Brings the known names up to date, blocking; to be called once, before {@link #of}. Keywords
   * are not asked for once they were listed: NAVER has no way to change a keyword's text.
   */
  public void renew() throws InterruptedException {
    Map<NameKind, Instant> taken = cache.taken(naver.customerId());
    Map<NameKind, Optional<Instant>> from = new EnumMap<>(NameKind.class);
    for (NameKind kind : kinds) {
      Instant last = taken.get(kind);
      if (last == null || last.isBefore(clock.instant().minus(OLDEST_CHANGES))) {
        from.put(kind, Optional.empty());
        listed.add(kind);
      } else if (kind != NameKind.KEYWORD) {
        from.put(kind, Optional.of(last));
      }
    }
    lists.take(from, clock.instant());
  }

  /** The names that a day's rows need; blocks where some have to be looked for. */
  public EntityNames of(DayTable table) throws InterruptedException {
    Map<String, String> names = new HashMap<>();
    Map<NameKind, List<String>> unknown = unknown(table, names);
    if (unknown.isEmpty()) {
      return id -> names.getOrDefault(id, "");
    }
    unknown.forEach(this::askForFew);
    for (int lists = 0; lists < 2 && !unknown.isEmpty(); lists++) {
      unknown = unknown(table, names);
      search(unknown);
    }
    unknown(table, names).forEach((kind, ids) -> names.putAll(byId(kind, ids)));
    return id -> names.getOrDefault(id, "");
  }

  private Map<NameKind, List<String>> unknown(DayTable table, Map<String, String> names) {
    Map<NameKind, List<String>> unknown = new EnumMap<>(NameKind.class);
    for (NameKind kind : kinds) {
      List<String> ids = List.copyOf(table.idsOf(kind.dimension()));
      for (List<String> batch : batches(ids, IDS_PER_QUERY)) {
        names.putAll(cache.known(naver.customerId(), batch));
      }
      List<String> missing = ids.stream().filter(id -> !names.containsKey(id)).toList();
      if (!missing.isEmpty()) {
        unknown.put(kind, missing);
      }
    }
    return unknown;
  }

  /** A few new entities are one call; what it does not bring is searched for in the lists. */
  private void askForFew(NameKind kind, List<String> ids) {
    if (ids.size() > NaverAccount.IDS_PER_CALL
        || listed.contains(kind)
        || callsById >= config.callsById()) {
      return;
    }
    callsById++;
    check.run();
    try {
      Map<String, String> found = new HashMap<>(kind.ask(naver, ids));
      found.values().removeIf(String::isEmpty);
      if (!found.isEmpty()) {
        cache.keep(naver.customerId(), found);
      }
    } catch (NaverException e) {
      LOG.debugf("Account %s: not by id: %s", naver.customerId(), e.getMessage());
    }
  }

  /**
   * Once a run and kind: the changes since before the run's first day. Where more is unknown than
   * changes can be the reason for, everything is listed before that.
   */
  private void search(Map<NameKind, List<String>> unknown) throws InterruptedException {
    Instant since =
        firstDay.atStartOfDay(ImportDays.SEOUL).toInstant().minus(config.changesBefore());
    Instant oldest = clock.instant().minus(OLDEST_CHANGES);
    Map<NameKind, Optional<Instant>> from = new EnumMap<>(NameKind.class);
    for (NameKind kind : unknown.keySet()) {
      if (unknown.get(kind).size() > NaverAccount.IDS_PER_CALL && listed.add(kind)) {
        from.put(kind, Optional.empty());
      } else if (searched.add(kind)) {
        from.put(kind, Optional.of(since.isBefore(oldest) ? oldest : since));
      }
    }
    if (!from.isEmpty()) {
      lists.take(from, clock.instant());
    }
  }

  private Map<String, String> byId(NameKind kind, List<String> ids) {
    Map<String, String> names = new HashMap<>();
    for (List<String> batch : batches(ids, NaverAccount.IDS_PER_CALL)) {
      ask(kind, batch, names);
    }
    if (!names.isEmpty()) {
      cache.keep(naver.customerId(), names);
    }
    return names;
  }

  /** A refused batch is halved down to the id that NAVER refuses; that one gets an empty name. */
  private void ask(NameKind kind, List<String> ids, Map<String, String> names) {
    if (callsById >= config.callsById()) {
      return;
    }
    callsById++;
    check.run();
    try {
      Map<String, String> found = kind.ask(naver, ids);
      ids.forEach(id -> names.put(id, found.getOrDefault(id, "")));
    } catch (NaverException e) {
      if (!(e.failure() instanceof NaverFailure.NotFound)) {
        LOG.infof(
            "Account %s: %d names were not asked for: %s",
            naver.customerId(), ids.size(), e.getMessage());
      } else if (ids.size() == 1) {
        names.put(ids.get(0), "");
      } else {
        ask(kind, ids.subList(0, ids.size() / 2), names);
        ask(kind, ids.subList(ids.size() / 2, ids.size()), names);
      }
    }
  }

  private static List<List<String>> batches(List<String> ids, int size) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += size) {
      batches.add(ids.subList(from, Math.min(ids.size(), from + size)));
    }
    return batches;
  }
}
