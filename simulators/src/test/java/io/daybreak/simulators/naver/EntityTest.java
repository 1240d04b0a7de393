package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.account.Keyword;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls below /ncc. */
class EntityTest {

  private NaverSimulator naver;
  private NaverCaller caller;
  private Account account;

  @BeforeEach
  void start() {
    naver = NaverSimulator.start(NaverConfig.standard(1).withLimits(RateLimits.none()));
    account =
        naver.create(new AccountSpec("licence", "secret", 1_000_001, 1, 7, 3, 50, 2, 100, null));
    caller = new NaverCaller(naver.url(), "licence", "secret", 1_000_001);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void listsAreBareArraysWithFieldsThatNobodyDocumented() {
    JsonArray campaigns = caller.list("/ncc/campaigns");

    assertThat(campaigns).hasSize(7);
    assertThat(campaigns.getJsonObject(0).getString("nccCampaignId"))
        .isEqualTo("cmp-a001-01-010000010000001");
    assertThat(campaigns.getJsonObject(0).containsKey("fieldOfTomorrow")).isTrue();
  }

  @Test
  void childrenAreFoundByTheirParent() {
    String campaign = account.campaigns().get(0).id();
    JsonArray groups = caller.list("/ncc/adgroups?nccCampaignId=" + campaign);
    String group = groups.getJsonObject(0).getString("nccAdgroupId");

    assertThat(groups).hasSize(3);
    assertThat(caller.list("/ncc/keywords?nccAdgroupId=" + group)).hasSizeBetween(45, 50);
    assertThat(caller.list("/ncc/ads?nccAdgroupId=" + group)).hasSize(2);
    assertThat(caller.get("/ncc/adgroups").statusCode()).isEqualTo(400);
    assertThat(caller.get("/ncc/keywords?nccAdgroupId=grp-unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void idsAreJoinedByCommasOrRepeated() {
    String first = account.adGroups().get(0).id();
    String second = account.adGroups().get(1).id();

    assertThat(caller.list("/ncc/adgroups?ids=" + first + "," + second)).hasSize(2);
    assertThat(caller.list("/ncc/adgroups?ids=" + first + "&ids=" + second)).hasSize(2);
  }

  @Test
  void pagesGoForwardsAndBackwardsWithoutGapsOrRepeats() {
    String group = account.adGroups().get(0).id();
    String all = "/ncc/keywords?nccAdgroupId=" + group;
    List<String> expected = ids(caller.list(all));

    List<String> paged = new ArrayList<>();
    List<String> page = ids(caller.list(all + "&recordSize=7"));
    while (!page.isEmpty()) {
      paged.addAll(page);
      String last = page.get(page.size() - 1);
      page = ids(caller.list(all + "&recordSize=7&selector=NEXT&baseSearchId=" + last));
    }
    List<String> before =
        ids(caller.list(all + "&recordSize=3&selector=PREVIOUS&baseSearchId=" + expected.get(10)));

    assertThat(paged).isEqualTo(expected);
    assertThat(before).isEqualTo(expected.subList(7, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"recordSize=0", "recordSize=1001", "recordSize=x", "selector=BOTH"})
  void aPageThatIsNotUnderstoodIsRefused(String page) {
    assertThat(NaverCaller.code(caller.get("/ncc/campaigns?" + page))).isEqualTo(11001);
  }

  @Test
  void oneEntityIsFoundByItsIdAndAnUnknownOneIsNot() {
    String id = account.keywords().get(0).id();

    assertThat(caller.object("/ncc/keywords/" + id).getString("nccKeywordId")).isEqualTo(id);
    assertThat(NaverCaller.code(caller.get("/ncc/keywords/nkw-x"))).isEqualTo(1001);
  }

  @Test
  void oneUnknownIdRefusesTheWholeList() {
    String known = account.adGroups().get(0).id();

    HttpResponse<String> refused = caller.get("/ncc/adgroups?ids=" + known + ",grp-x");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(NaverCaller.code(refused)).isEqualTo(1018);
  }

  @Test
  void aPurgedKeywordRefusesTheListAndAFreshlyDeletedOneIsLeftOut() {
    List<Keyword> deleted = account.allKeywords().stream().filter(Keyword::deleted).toList();
    String purged = deleted.stream().filter(Keyword::purged).findFirst().orElseThrow().id();
    String fresh = deleted.stream().filter(each -> !each.purged()).findFirst().orElseThrow().id();
    String live = account.keywords().get(0).id();

    assertThat(caller.list("/ncc/keywords?ids=" + live + "," + fresh)).hasSize(1);
    assertThat(caller.get("/ncc/keywords?ids=" + live + "," + purged).statusCode()).isEqualTo(404);
    assertThat(caller.get("/ncc/keywords/" + fresh).statusCode()).isEqualTo(404);
  }

  @Test
  void entitiesAreRenamedAndDeletedWhileItRuns() {
    String renamed = account.campaigns().get(0).id();
    String deleted = account.campaigns().get(1).id();

    caller.control(
        "/_sim/accounts/1000001/entities/" + renamed, new JsonObject().put("name", "새 이름"));
    caller.control(
        "/_sim/accounts/1000001/entities/" + deleted, new JsonObject().put("deleted", true));

    assertThat(caller.object("/ncc/campaigns/" + renamed).getString("name")).isEqualTo("새 이름");
    assertThat(caller.list("/ncc/campaigns?ids=" + renamed + "," + deleted)).hasSize(1);
  }

  @Test
  void campaignsCanBeChosenByType() {
    assertThat(caller.list("/ncc/campaigns?campaignType=SHOPPING")).hasSize(2);
  }

  private static List<String> ids(JsonArray keywords) {
    return keywords.stream().map(each -> ((JsonObject) each).getString("nccKeywordId")).toList();
  }
}
