package io.daybreak.simulators.naver.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ads are shown for: a keyword, or an ad group as a whole where its campaign has none.
 *
 * @param ads the ad group's ads, never empty
 */
public record Target(AdGroup adGroup, @Nullable Keyword keyword, List<Ad> ads) {

  /** Combinations of hour and device in which a target can be shown on one day. */
  public static final int SLOTS = 24 * 2;

  /** The keyword's id as reports write it. */
  public String keywordId() {
    return keyword == null ? "-" : keyword.id();
  }
}
