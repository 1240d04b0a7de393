package io.daybreak.simulators.naver.master;

import static java.util.stream.Collectors.joining;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.account.Campaign;
import io.daybreak.simulators.naver.account.Keyword;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a master report. Columns are those of NAVER's <a
 * href="https://gist.github.com/naver-searchad/186ca42e1e8596b0e3dcf74e3a86c04f">specification</a>;
 * only Campaign, Adgroup and Keyword have lines.
 */
record MasterFile(Account account, String item) {

  /** How long ago the entities that were generated as deleted have been deleted. */
  private static final Duration GENERATED_DELETIONS = Duration.ofDays(2);

  static final Set<String> ITEMS =
      Set.of(
          "Campaign",
          "CampaignBudget",
          "BusinessChannel",
          "Adgroup",
          "AdgroupBudget",
          "Keyword",
          "Ad",
          "AdExtension",
          "Qi",
          "Label",
          "LabelRef",
          "Media",
          "Biz",
          "SeasonalEvent",
          "ShoppingProduct",
          "ContentsAd",
          "PlaceAd",
          "CatalogAd",
          "AdQi",
          "ProductGroup",
          "ProductGroupRel",
          "BrandAd",
          "BrandThumbnailAd",
          "BrandBannerAd",
          "Criterion",
          "SharedBudget",
          "Asset",
          "AdAssetLink",
          "RsaAd",
          "HospitalAd");

  private static final String CREATED = "2025-02-06T02:37:26Z";

  /**
   * The lines.
   *
   * @param now when the report is made
   * @param from null for all that is not deleted; else what has changed since, deleted ones
   *     included
   */
  String text(Instant now, @Nullable Instant from) {
    return switch (item) {
      case "Campaign" -> lines(account.allCampaigns().stream().map(each -> line(each, now, from)));
      case "Adgroup" -> lines(account.allAdGroups().stream().map(each -> line(each, now, from)));
      case "Keyword" -> lines(account.allKeywords().stream().map(each -> line(each, now, from)));
      default -> "";
    };
  }

  private static String lines(Stream<Optional<String>> lines) {
    return lines.flatMap(Optional::stream).map(line -> line + "\n").collect(joining());
  }

  /** Twelve columns, as in NAVER's specification of 2024-10-02. */
  private Optional<String> line(Campaign campaign, Instant now, @Nullable Instant from) {
    return shown(campaign.id(), now, from)
        .map(
            deleted ->
                tabbed(
                    campaign.id(),
                    campaign.name(),
                    campaign.type().number(),
                    "1",
                    "0",
                    "",
                    "",
                    CREATED,
                    deleted,
                    "0",
                    ""));
  }

  /** Nineteen columns; the time of the deletion is the sixteenth. */
  private Optional<String> line(AdGroup group, Instant now, @Nullable Instant from) {
    return shown(group.id(), now, from)
        .map(
            deleted ->
                tabbed(
                    group.id(),
                    group.campaign().id(),
                    group.name(),
                    group.bid(),
                    "0",
                    "0",
                    "70",
                    "100",
                    "100",
                    "0",
                    "100",
                    account.channelId(),
                    account.channelId(),
                    CREATED,
                    deleted,
                    "",
                    "1",
                    ""));
  }

  /** Thirteen columns; the ad group comes before the keyword. */
  private Optional<String> line(Keyword keyword, Instant now, @Nullable Instant from) {
    return shown(keyword.id(), now, from)
        .map(
            deleted ->
                tabbed(
                    keyword.adGroup().id(),
                    keyword.id(),
                    keyword.text(),
                    keyword.adGroup().bid(),
                    "",
                    "",
                    "0",
                    "20",
                    "1",
                    CREATED,
                    deleted,
                    "1"));
  }

  /** The time of the deletion, empty for what lives; nothing for what is not in the report. */
  private Optional<String> shown(String id, Instant now, @Nullable Instant from) {
    Account.Change change = account.change(id).orElse(null);
    if (from == null) {
      return change != null && change.deleted() ? Optional.empty() : Optional.of("");
    }
    if (change == null) {
      return Optional.empty();
    }
    Instant at = change.at() == null ? now.minus(GENERATED_DELETIONS) : change.at();
    if (at.isBefore(from)) {
      return Optional.empty();
    }
    return Optional.of(change.deleted() ? at.truncatedTo(ChronoUnit.SECONDS).toString() : "");
  }

  /** Tabs in names are not escaped: searchad-apidoc issues 809 and 844. */
  private String tabbed(Object... columns) {
    return Stream.concat(Stream.of(account.customerId()), Stream.of(columns))
        .map(String::valueOf)
        .collect(joining("\t"));
  }
}
