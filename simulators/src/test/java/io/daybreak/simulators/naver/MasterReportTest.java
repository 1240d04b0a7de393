package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.account.Keyword;
import io.daybreak.simulators.naver.report.JobTiming;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Master reports: jobs, all that is there, and what has changed. */
class MasterReportTest {

  private NaverSimulator naver;
  private NaverCaller caller;
  private Account account;

  @BeforeEach
  void start() {
    naver =
        NaverSimulator.start(
            NaverConfig.standard(1).withLimits(RateLimits.none()).withJobs(JobTiming.immediate()));
    account =
        naver.create(new AccountSpec("licence", "secret", 1_000_001, 1, 7, 3, 50, 2, 100, null));
    caller = new NaverCaller(naver.url(), "licence", "secret", 1_000_001);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void anItemIsOrderedFoundDownloadedAndDeleted() {
    JsonObject job = order("Campaign", null);

    assertThat(job.getString("status")).isEqualTo("BUILT");
    assertThat(lines(job)).hasSize(7).allMatch(line -> line.split("\t", -1).length == 12);
    assertThat(caller.list("/master-reports")).hasSize(1);
    assertThat(caller.delete("/master-reports/" + job.getString("id")).statusCode()).isEqualTo(204);
    assertThat(caller.get("/master-reports/" + job.getString("id")).statusCode()).isEqualTo(404);
  }

  @Test
  void allThatIsThereLacksWhatWasDeletedAndTheChangesHaveItWithItsName() {
    Keyword deleted =
        account.allKeywords().stream().filter(Keyword::deleted).findFirst().orElseThrow();

    List<String> all = lines(order("Keyword", null));
    List<String> changes = lines(order("Keyword", Instant.now().minus(Duration.ofDays(30))));

    assertThat(all).noneMatch(line -> line.contains(deleted.id()));
    assertThat(changes).anyMatch(line -> line.contains(deleted.id() + "\t" + deleted.text()));
    assertThat(changes).allMatch(line -> line.split("\t", -1).length == 13);
  }

  @Test
  void onlyWhatWasChangedIsInTheChanges() {
    Instant before = Instant.now().minusSeconds(60);
    String renamed = account.adGroups().get(0).id();
    assertThat(order("Adgroup", before).getString("status")).isEqualTo("NONE");

    account.rename(renamed, "이름에\t탭", Instant.now());

    assertThat(lines(order("Adgroup", before)))
        .singleElement()
        .satisfies(line -> assertThat(line.split("\t", -1)).hasSize(20));
  }

  @Test
  void anItemWithoutLinesIsNone() {
    assertThat(order("Qi", null).getString("status")).isEqualTo("NONE");
  }

  @Test
  void aJobFailsWhereAScriptSaysSo() {
    caller.control("/_sim/masters", new JsonObject().put("item", "Keyword").put("times", 1));

    assertThat(order("Keyword", null).getString("status")).isEqualTo("ERROR");
    assertThat(order("Keyword", null).getString("status")).isEqualTo("BUILT");
  }

  @Test
  void anUnknownItemAndATimeTooLongAgoAreRefusedInTheBodyFormOfMasterReports() {
    HttpResponse<String> unknown =
        caller.post("/master-reports", new JsonObject().put("item", "Account"));
    HttpResponse<String> tooOld =
        caller.post(
            "/master-reports",
            new JsonObject()
                .put("item", "Keyword")
                .put("fromTime", Instant.now().minus(Duration.ofDays(800)).toString()));

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(unknown.body()).getValue("code")).isInstanceOf(String.class);
    assertThat(tooOld.statusCode()).isEqualTo(400);
  }

  private JsonObject order(String item, @Nullable Instant from) {
    JsonObject order = new JsonObject().put("item", item);
    if (from != null) {
      order.put("fromTime", from.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return new JsonObject(caller.post("/master-reports", order).body());
  }

  private List<String> lines(JsonObject job) {
    URI url = URI.create(job.getString("downloadUrl"));
    return caller.get(url.getRawPath() + "?" + url.getRawQuery()).body().lines().toList();
  }
}
