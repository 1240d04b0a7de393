package io.daybreak.imports.names;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.Dimension;
import io.daybreak.imports.format.EntityNames;
import io.daybreak.imports.naver.NaverAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the names that a day's rows need: first in the cache, then at NAVER. */
@ApplicationScoped
public class AccountNames {

  private static final int IDS_PER_QUERY = 1000;

  private final NameCache cache;

  AccountNames(NameCache cache) {
    this.cache = cache;
  }

  /**
   * Looks up every name of a day, blocking. What NAVER no longer has gets an empty name.
   *
   * @param check called before every call to NAVER; what it throws ends the work
   */
  public EntityNames of(DayTable table, NaverAccount naver, Runnable check) {
    Map<String, String> names = new HashMap<>();
    Map<Dimension, Function<Collection<String>, Map<String, String>>> calls =
        Map.of(
            Dimension.CAMPAIGN, naver::campaigns,
            Dimension.AD_GROUP, naver::adGroups,
            Dimension.KEYWORD, naver::keywords);
    calls.forEach(
        (dimension, call) -> {
          List<String> ids = List.copyOf(table.idsOf(dimension));
          names.putAll(cached(naver.customerId(), ids));
          List<String> unknown = ids.stream().filter(id -> !names.containsKey(id)).toList();
          for (List<String> batch : batches(unknown, NaverAccount.IDS_PER_CALL)) {
            check.run();
            names.putAll(learn(naver.customerId(), batch, call));
          }
        });
    return id -> names.getOrDefault(id, "");
  }

  private Map<String, String> cached(String customerId, List<String> ids) {
    Map<String, String> names = new HashMap<>();
    for (List<String> batch : batches(ids, IDS_PER_QUERY)) {
      names.putAll(cache.fresh(customerId, batch));
    }
    return names;
  }

  private Map<String, String> learn(
      String customerId, List<String> ids, Function<Collection<String>, Map<String, String>> call) {
    Map<String, String> found = call.apply(ids);
    Map<String, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, found.getOrDefault(id, "")));
    cache.keep(customerId, names);
    return names;
  }

  private static List<List<String>> batches(List<String> ids, int size) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += size) {
      batches.add(ids.subList(from, Math.min(ids.size(), from + size)));
    }
    return batches;
  }
}
