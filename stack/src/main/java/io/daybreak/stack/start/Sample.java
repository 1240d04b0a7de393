package io.daybreak.stack.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.simulators.naver.NaverSimulator;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import java.util.List;
import java.util.Map;

/**
 * What a marketer brings along, there from the start so that every stack can be tried at once: an
 * API key with an ad account, an empty spreadsheet, and a spreadsheet with a report template.
 */
public record Sample(AccountSpec account, String spreadsheetId, String templateId) {

  private static final String REPORT_TEMPLATE =
      """
      [{"title": "주간 보고서", "rows": 60, "columns": 12, "frozenRows": 1,
        "values": [["주간 보고서", "", "=TODAY()"], ["노출수", "=SUM(NSA_GTD!H3:H)"], ["클릭수", "=SUM(NSA_GTD!I3:I)"]]},
       {"title": "기기별 요약", "rows": 40, "columns": 8,
        "values": [["기기", "노출수", "클릭수", "총비용"], ["PC"], ["MOBILE"]]}]
      """;

  /** Seed of the generated account; the same account with every start. */
  private static final long SEED = 20_261_121;

  static Sample create(NaverSimulator naver, SheetsSimulator sheets) {
    AccountSpec account =
        AccountSpec.demo("daybreak-sample-licence", "daybreak-sample-secret", 1_000_001, SEED);
    naver.create(account);
    String spreadsheet = sheets.create(order("데이브레이크 예제", List.of())).id();
    String template = sheets.create(order("보고서 템플릿", templateTabs())).id();
    return new Sample(account, spreadsheet, template);
  }

  /** Body of {@code POST /api/api-keys}. */
  public Map<String, Object> apiKey() {
    return Map.of(
        "name", "Sample key",
        "accessLicense", account.licence(),
        "secretKey", account.secret(),
        "adAccounts",
            List.of(Map.of("customerId", Long.toString(account.customerId()), "name", "햇살상점")));
  }

  private static SpreadsheetOrder order(String title, List<SpreadsheetOrder.TabOrder> tabs) {
    return new SpreadsheetOrder(null, title, null, tabs.isEmpty() ? null : tabs);
  }

  private static List<SpreadsheetOrder.TabOrder> templateTabs() {
    try {
      return List.of(
          new ObjectMapper().readValue(REPORT_TEMPLATE, SpreadsheetOrder.TabOrder[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The template above is JSON", e);
    }
  }
}
