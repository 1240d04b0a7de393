package io.daybreak.imports.format;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The distinct (campaign, ad group, keyword or other detail) combinations of a day, numbered from
 * 0.
 */
final class EntityPaths {

  /** Levels that the format does not have are empty texts. */
  record Path(String campaignId, String adGroupId, String detail) {}

  private static final Comparator<Path> ORDER =
      comparing(Path::campaignId).thenComparing(Path::adGroupId).thenComparing(Path::detail);

  private final boolean adGroups;
  private final boolean details;
  private final Map<Path, Integer> numbers = new HashMap<>();
  private final List<Path> paths = new ArrayList<>();

  /** One copy of the ids that many paths have in common. */
  private final Map<String, String> ids = new HashMap<>();

  EntityPaths(Format format) {
    this.adGroups = format.has(Dimension.AD_GROUP);
    this.details = format.detail() != null;
  }

  int numberOf(RowKey key) {
    Path seen =
        new Path(key.campaignId(), adGroups ? key.adGroupId() : "", details ? key.detail() : "");
    Integer number = numbers.get(seen);
    return number != null ? number : add(seen);
  }

  Path path(int number) {
    return paths.get(number);
  }

  /** The numbers in the order of campaign, ad group, detail. */
  int[] sorted() {
    return IntStream.range(0, paths.size())
        .boxed()
        .sorted(comparing(paths::get, ORDER))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int add(Path seen) {
    Path kept = new Path(shared(seen.campaignId()), shared(seen.adGroupId()), seen.detail());
    int number = paths.size();
    paths.add(kept);
    numbers.put(kept, number);
    return number;
  }

  private String shared(String id) {
    return ids.computeIfAbsent(id, same -> same);
  }
}
