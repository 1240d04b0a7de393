package io.daybreak.simulators.naver.stats;

import io.daybreak.simulators.naver.performance.Place;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import java.util.Arrays;
import java.util.List;

/** What an id given to {@code /stats} stands for, told by its first block. */
enum EntityKind {
  CAMPAIGN("cmp-"),
  AD_GROUP("grp-"),
  KEYWORD("nkw-"),
  AD("nad-");

  private final String prefix;

  EntityKind(String prefix) {
    this.prefix = prefix;
  }

  /**
   * The one kind of all ids.
   *
   * @throws RefusedException for mixed kinds, and for mixed campaign types below campaigns
   */
  static EntityKind of(List<String> ids) {
    EntityKind kind =
        Arrays.stream(values())
            .filter(candidate -> ids.get(0).startsWith(candidate.prefix))
            .findFirst()
            .orElseThrow(() -> new RefusedException(Refusals.badParameter()));
    if (!ids.stream().allMatch(id -> id.startsWith(kind.prefix))) {
      throw new RefusedException(Refusals.badParameter());
    }
    if (kind != CAMPAIGN && ids.stream().map(EntityKind::campaignType).distinct().count() > 1) {
      throw new RefusedException(Refusals.noSuchCombination());
    }
    return kind;
  }

  /** The third block of an id, {@code 01} in {@code grp-a001-01-000000000000001}. */
  private static String campaignType(String id) {
    String[] blocks = id.split("-");
    return blocks.length > 2 ? blocks[2] : "";
  }

  String idAt(Place place) {
    return switch (this) {
      case CAMPAIGN -> place.target().adGroup().campaign().id();
      case AD_GROUP -> place.target().adGroup().id();
      case KEYWORD -> place.target().keywordId();
      case AD -> place.ad().id();
    };
  }
}
