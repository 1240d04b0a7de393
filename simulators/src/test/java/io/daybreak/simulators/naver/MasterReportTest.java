package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The little of master reports that there is. */
class MasterReportTest {

  private NaverSimulator naver;
  private NaverCaller caller;

  @BeforeEach
  void start() {
    naver = NaverSimulator.start(NaverConfig.standard(1).withLimits(RateLimits.none()));
    naver.create(AccountSpec.small("licence", "secret", 1_000_001, 1));
    caller = new NaverCaller(naver.url(), "licence", "secret", 1_000_001);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void anItemIsOrderedFoundDownloadedAndDeleted() {
    JsonObject job = order("Campaign");
    URI url = URI.create(job.getString("downloadUrl"));

    String file = caller.get(url.getRawPath() + "?" + url.getRawQuery()).body();

    assertThat(job.getString("status")).isEqualTo("BUILT");
    assertThat(file.lines()).hasSize(5).allMatch(line -> line.split("\t", -1).length == 10);
    assertThat(caller.list("/master-reports")).hasSize(1);
    assertThat(caller.delete("/master-reports/" + job.getString("id")).statusCode()).isEqualTo(204);
    assertThat(caller.get("/master-reports/" + job.getString("id")).statusCode()).isEqualTo(404);
  }

  @Test
  void anItemWithoutLinesIsNone() {
    assertThat(order("Qi").getString("status")).isEqualTo("NONE");
  }

  @Test
  void anUnknownItemIsRefusedInTheBodyFormOfMasterReports() {
    HttpResponse<String> response =
        caller.post("/master-reports", new JsonObject().put("item", "Account"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(response.body()).getValue("code")).isInstanceOf(String.class);
  }

  private JsonObject order(String item) {
    return new JsonObject(
        caller.post("/master-reports", new JsonObject().put("item", item)).body());
  }
}
