package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.totals.Sums;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The /stats call. */
class StatsTest {

  private static final String FIELDS = "fields=" + encoded("[\"impCnt\",\"clkCnt\",\"convAmt\"]");
  private static final String DAYS =
      "timeRange=" + encoded("{\"since\":\"2026-10-01\",\"until\":\"2026-10-03\"}");

  private NaverSimulator naver;
  private NaverCaller caller;
  private Account account;

  @BeforeEach
  void start() {
    Clock noon = Clock.fixed(Instant.parse("2026-10-05T03:20:00Z"), ZoneOffset.UTC);
    naver =
        NaverSimulator.start(
            NaverConfig.standard(1).withLimits(RateLimits.none()).withCalendar(noon));
    account = naver.create(AccountSpec.small("licence", "secret", 1_000_001, 1));
    caller = new NaverCaller(naver.url(), "licence", "secret", 1_000_001);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void theCampaignsTogetherHaveTheAccountsNumbers() {
    String ids = String.join(",", account.campaigns().stream().map(each -> each.id()).toList());
    Sums truth =
        naver.totals(1_000_001, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3)).sums();

    JsonArray data =
        caller.object("/stats?ids=" + ids + "&" + FIELDS + "&" + DAYS).getJsonArray("data");

    assertThat(sum(data, "impCnt")).isEqualTo(truth.impressions());
    assertThat(sum(data, "clkCnt")).isEqualTo(truth.clicks());
    assertThat(sum(data, "convAmt")).isEqualTo(truth.sales());
  }

  @Test
  void oneIdIsAnsweredByDay() {
    String id = account.campaigns().get(0).id();

    JsonObject stats = caller.object("/stats?id=" + id + "&" + FIELDS + "&" + DAYS);

    assertThat(stats.getJsonArray("data")).hasSize(3);
    assertThat(stats.getJsonObject("summary").getString("dateStart")).isEqualTo("2026-10-01");
    assertThat(stats.getString("cycleBaseTm")).isEqualTo("202610051000");
    assertThat(stats.getString("compTm")).isEqualTo("202610051220");
  }

  @Test
  void todaysNumbersEndTwoHoursAgo() {
    String id = account.campaigns().get(0).id();

    JsonArray parts =
        caller
            .object(
                "/stats?id=%s&%s&datePreset=today&timeIncrement=allDays&breakdown=hh24"
                    .formatted(id, FIELDS))
            .getJsonArray("data")
            .getJsonObject(0)
            .getJsonArray("breakdowns");

    assertThat(parts.encode()).contains("09시~10시").doesNotContain("10시~11시");
    assertThat(parts.encode()).doesNotContain("convAmt");
  }

  @Test
  void whatHasNoNumbersIsMissing() {
    JsonObject stats = caller.object("/stats?ids=cmp-a001-01-0&" + FIELDS + "&" + DAYS);

    assertThat(stats.getJsonArray("data")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11001, 'ids=CMP,GRP&FIELDS&DAYS'",
    "11001, 'id=CMP&ids=CMP&FIELDS&DAYS'",
    "11001, 'FIELDS&DAYS'",
    "11001, 'id=CMP&fields=%5B%22cost%22%5D&DAYS'",
    "11001, 'id=CMP&fields=impCnt&DAYS'",
    "11001, 'id=CMP&FIELDS'",
    "11001, 'id=CMP&FIELDS&DAYS&datePreset=today'",
    "11001, 'ids=CMP&FIELDS&DAYS&timeIncrement=1'",
    "11001, 'id=CMP&FIELDS&DAYS&timeIncrement=allDays&breakdown=genderNm'",
    "11001, 'id=CMP&FIELDS&DAYS&breakdown=hh24'",
    "11003, 'id=CMP&FIELDS&datePreset=last30days&timeIncrement=allDays&breakdown=hh24'",
    "11003, 'ids=GRP,SHOPGRP&FIELDS&DAYS'",
    "10004, 'id=CMP&FIELDS&timeRange=%7B%22since%22:%222026-01-01%22,%22until%22:%222026-10-01%22%7D'"
  })
  void aQueryThatNaverRefusesIsRefused(int code, String query) {
    String real =
        query
            .replace("SHOPGRP", account.adGroupsOf(account.campaigns().get(1).id()).get(0).id())
            .replace("GRP", account.adGroups().get(0).id())
            .replace("CMP", account.campaigns().get(0).id())
            .replace("FIELDS", FIELDS)
            .replace("DAYS", DAYS);

    var response = caller.get("/stats?" + real);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(NaverCaller.code(response)).isEqualTo(code);
  }

  private static long sum(JsonArray data, String field) {
    return data.stream().mapToLong(line -> ((JsonObject) line).getLong(field)).sum();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
