package io.daybreak.simulators.naver.entity;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Ad;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.account.Campaign;
import io.daybreak.simulators.naver.account.Keyword;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Entities as NAVER shows them, with fields that are in no documentation: NAVER adds some without
 * notice, so readers must not mind.
 */
final class EntityJson {

  private static final String CREATED = "2025-02-06T02:37:26.000Z";

  private final Account account;

  EntityJson(Account account) {
    this.account = account;
  }

  JsonObject of(Campaign campaign) {
    return common()
        .put("nccCampaignId", campaign.id())
        .put("name", campaign.name())
        .put("campaignTp", campaign.type().name())
        .put("deliveryMethod", "ACCELERATED")
        .put("useDailyBudget", true)
        .put("dailyBudget", 10_000)
        .put("usePeriod", false)
        .putNull("periodStartDt")
        .putNull("periodEndDt")
        .put("trackingMode", "TRACKING_DISABLED")
        .putNull("trackingUrl")
        .put("expectCost", 0)
        .put("totalChargeCost", 0);
  }

  JsonObject of(AdGroup group) {
    return common()
        .put("nccAdgroupId", group.id())
        .put("nccCampaignId", group.campaign().id())
        .put("name", group.name())
        .put("adgroupType", group.campaign().type().adGroupType())
        .put("bidAmt", group.bid())
        .put("useDailyBudget", false)
        .put("dailyBudget", 0)
        .put("pcChannelId", account.channelId())
        .put("mobileChannelId", account.channelId())
        .put("contentsNetworkBidAmt", group.bid())
        .put("useCntsNetworkBidAmt", false)
        .put("mobileNetworkBidWeight", 100)
        .put("pcNetworkBidWeight", 100)
        .put("systemBiddingType", "NONE")
        .put("budgetLock", false)
        .put("targets", new JsonArray());
  }

  JsonObject of(Keyword keyword) {
    return common()
        .put("nccKeywordId", keyword.id())
        .put("keyword", keyword.text())
        .put("nccAdgroupId", keyword.adGroup().id())
        .put("nccCampaignId", keyword.adGroup().campaign().id())
        .put("bidAmt", keyword.adGroup().bid())
        .put("useGroupBidAmt", true)
        .put("inspectStatus", "APPROVED")
        .put("nccQi", new JsonObject().put("qiGrade", 4));
  }

  JsonObject of(Ad ad) {
    return common()
        .put("nccAdId", ad.id())
        .put("nccAdgroupId", ad.adGroup().id())
        .put("type", ad.adGroup().campaign().type().adType())
        .put("ad", new JsonObject())
        .put("adAttr", new JsonObject())
        .put("inspectStatus", "APPROVED")
        .put("enable", true);
  }

  private JsonObject common() {
    return new JsonObject()
        .put("customerId", account.customerId())
        .put("userLock", false)
        .put("status", "ELIGIBLE")
        .put("statusReason", "ELIGIBLE")
        .put("regTm", CREATED)
        .put("editTm", CREATED)
        .put("adRelevanceScore", 7)
        .put("fieldOfTomorrow", new JsonObject().put("nested", new JsonArray().add(1).add("둘")));
  }
}
