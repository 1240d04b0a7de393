package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The totals, against what a client reads from the files. */
class TotalsTest {

  @Test
  void theFilesAddUpToTheTotals() {
    var config =
        NaverConfig.standard(9).withLimits(RateLimits.none()).withJobs(JobTiming.immediate());
    try (var naver = NaverSimulator.start(config)) {
      naver.create(AccountSpec.small("licence", "secret", 1_000_001, 9));
      var caller = new NaverCaller(naver.url(), "licence", "secret", 1_000_001);
      // At night NAVER does not have yesterday yet.
      LocalDate to = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(2);
      LocalDate from = to.minusDays(4);

      long impressions = 0;
      long conversions = 0;
      BigDecimal cost = BigDecimal.ZERO;
      Set<List<String>> adGroupRows = new HashSet<>();
      for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
        for (String[] line : file(caller, "AD_DETAIL", day)) {
          impressions += Long.parseLong(line[11]);
          cost = cost.add(new BigDecimal(line[13]));
          adGroupRows.add(List.of(line[0], line[2], line[3], line[7], line[10]));
        }
        for (String[] line : file(caller, "AD_CONVERSION_DETAIL", day)) {
          conversions += Long.parseLong(line[13]);
          adGroupRows.add(List.of(line[0], line[2], line[3], line[7], line[10]));
        }
      }

      JsonObject totals =
          caller.object(
              "/_sim/totals?customer=1000001&format=NSA_GTD&from=%s&to=%s".formatted(from, to));
      assertThat(totals.getLong("impressions")).isEqualTo(impressions);
      assertThat(totals.getLong("conversions")).isEqualTo(conversions);
      assertThat(new BigDecimal(totals.getString("cost"))).isEqualByComparingTo(cost);
      assertThat(totals.getJsonObject("rows").getLong("NSA_GTD")).isEqualTo(adGroupRows.size());
    }
  }

  private static List<String[]> file(NaverCaller caller, String type, LocalDate day) {
    var order =
        new JsonObject().put("reportTp", type).put("statDt", day.toString().replace("-", ""));
    URI url =
        URI.create(
            new JsonObject(caller.post("/stat-reports", order).body()).getString("downloadUrl"));
    return caller
        .get(url.getRawPath() + "?" + url.getRawQuery())
        .body()
        .lines()
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
