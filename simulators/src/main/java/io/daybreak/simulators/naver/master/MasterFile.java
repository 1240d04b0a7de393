package io.daybreak.simulators.naver.master;

import static java.util.stream.Collectors.joining;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.account.Campaign;
import io.daybreak.simulators.naver.account.Keyword;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of a master report. Only Campaign's columns are documented; those of Adgroup and
 * Keyword are this simulator's guess, and the other items have no lines.
 */
record MasterFile(Account account, String item) {

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

  String text() {
    return switch (item) {
      case "Campaign" -> lines(account.campaigns().stream().map(this::line));
      case "Adgroup" -> lines(account.adGroups().stream().map(this::line));
      case "Keyword" -> lines(account.keywords().stream().map(this::line));
      default -> "";
    };
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(joining());
  }

  private String line(Campaign campaign) {
    return tabbed(
        campaign.id(), campaign.name(), campaign.type().number(), "1", "0", "", "", CREATED, "");
  }

  private String line(AdGroup group) {
    return tabbed(group.id(), group.campaign().id(), group.name(), group.bid(), CREATED, "");
  }

  private String line(Keyword keyword) {
    return tabbed(keyword.id(), keyword.adGroup().id(), keyword.text(), "APPROVED", CREATED, "");
  }

  private String tabbed(Object... columns) {
    return Stream.concat(Stream.of(account.customerId()), Stream.of(columns))
        .map(String::valueOf)
        .collect(joining("\t"));
  }
}
