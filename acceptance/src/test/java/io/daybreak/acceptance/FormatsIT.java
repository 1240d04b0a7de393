package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.SourceRows;
import io.daybreak.acceptance.world.Spreadsheets;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.account.Campaign;
import io.daybreak.simulators.naver.account.Target;
import io.daybreak.simulators.naver.totals.RowFormat;
import io.daybreak.simulators.naver.totals.Sums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What arrives in the sheet is what the source has: every row, every cell, in every format. */
@InWorld
class FormatsIT {

  private static final int HEADER_ROWS = 2;
  private static final int DAYS = 3;

  private final World world;
  private final Spreadsheets spreadsheets;

  FormatsIT(World world) {
    this.world = world;
    this.spreadsheets = world.spreadsheets();
  }

  @ParameterizedTest
  @EnumSource
  void everyRowOfAFormatHasTheSumsOfTheSource(RowFormat format) {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();

    RawData set =
        world.newcomer().imports(RawDataOrder.of(account, spreadsheet).in(format).days(DAYS));
    set.awaitSuccess();

    List<JsonNode> rows = dataRows(set);
    SourceRows columns = SourceRows.of(format);
    Map<List<String>, Sums> imported = new HashMap<>();
    rows.forEach(row -> assertThat(imported.put(columns.key(row), columns.sums(row))).isNull());
    assertThat(imported).isEqualTo(source(set));
    assertThat(rows.stream().map(columns::date)).isSorted();
    assertThat(spreadsheets.tabs(spreadsheet)).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void cellsAreTypedAndNamesAreThoseOfTheAccount() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();

    RawData set =
        world.newcomer().imports(RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_TD));
    set.awaitSuccess();

    Map<String, String> names = names(world.naver().accounts().get(account.customerId()));
    for (JsonNode row : gridRows(set)) {
      assertThat(kind(row, 0)).isEqualTo("numberValue");
      assertThat(cell(row, 0).at("/userEnteredFormat/numberFormat/type").asText())
          .isEqualTo("DATE");
      assertThat(cell(row, 0).path("formattedValue").asText()).isEqualTo(set.firstDay().toString());
      assertThat(kind(row, 1)).isEqualTo("numberValue");
      for (int text : List.of(2, 3, 5, 7)) {
        assertThat(kind(row, text)).isEqualTo("stringValue");
      }
      for (int measure = 9; measure < 13; measure++) {
        assertThat(kind(row, measure)).isEqualTo("numberValue");
      }
      for (int id : List.of(3, 5, 7)) {
        assertThat(text(row, id + 1)).isEqualTo(names.getOrDefault(text(row, id), ""));
      }
    }
  }

  @Test
  void theTabHasItsNoticeItsHeaderAndNoCellTooMany() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();

    RawData set =
        world.newcomer().imports(RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_GTD));
    set.awaitSuccess();

    JsonNode tab = spreadsheets.tab(spreadsheet, set.order().tab());
    int rows = dataRows(set).size();
    assertThat(tab.at("/properties/gridProperties/rowCount").asInt()).isEqualTo(HEADER_ROWS + rows);
    assertThat(tab.at("/properties/gridProperties/columnCount").asInt()).isEqualTo(11);
    assertThat(tab.at("/properties/hidden").asBoolean()).isFalse();
    assertThat(tab.path("merges")).hasSize(1);
    assertThat(tab.at("/merges/0/endColumnIndex").asInt()).isEqualTo(11);
    assertThat(tab.at("/merges/0/endRowIndex").asInt()).isEqualTo(1);
    List<JsonNode> all = spreadsheets.rows(spreadsheet, set.order().tab());
    assertThat(all.get(0)).hasSize(1);
    assertThat(all.get(1)).hasSize(11);
  }

  @Test
  void anUpdateReplacesItsDaysAndKeepsTheOthers() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();
    RawData set =
        world
            .newcomer()
            .imports(RawDataOrder.of(account, spreadsheet).days(DAYS).updating(DAYS - 1));
    set.awaitSuccess();
    JsonNode before = withoutTraces(spreadsheets.snapshot(spreadsheet));
    int tabId = tabId(set);

    set.update();
    set.awaitSuccess();

    assertThat(set.firstDay()).isEqualTo(set.lastDay().minusDays(DAYS - 2));
    assertThat(withoutTraces(spreadsheets.snapshot(spreadsheet))).isEqualTo(before);
    assertThat(tabId(set)).isEqualTo(tabId);
  }

  /** Each publication leaves its run's id with the tab, and its time in the notice's note. */
  private static JsonNode withoutTraces(JsonNode snapshot) {
    for (JsonNode tab : snapshot.path("sheets")) {
      ((ObjectNode) tab).remove("developerMetadata");
      if (tab.at("/data/0/rowData/0/values/0") instanceof ObjectNode notice) {
        notice.remove("note");
      }
    }
    return snapshot;
  }

  @Test
  void theTemplatesTabsComeAfterTheRows() {
    String template =
        spreadsheets.create(
            List.of(
                Spreadsheets.tab("주간 보고서", 20, 5, List.of(List.of("노출수", "=SUM(NSA_GTD!H3:H)"))),
                Spreadsheets.tab("기기별", 10, 3)));
    String spreadsheet = spreadsheets.create();

    RawData set =
        world
            .newcomer()
            .imports(RawDataOrder.of(world.account(), spreadsheet).withTemplate(template));
    set.awaitSuccess();

    assertThat(spreadsheets.tabs(spreadsheet)).contains("주간 보고서", "기기별", set.order().tab());
    Set<Integer> states = new LinkedHashSet<>();
    set.log().path("log").forEach(entry -> states.add(entry.path("code").asInt()));
    assertThat(states).containsExactly(1, 3, 4, 5, 6, 7);
  }

  private Map<List<String>, Sums> source(RawData set) {
    LocalDate first = set.firstDay();
    LocalDate last = set.lastDay();
    assertThat(first).isEqualTo(last.minusDays(DAYS - 1));
    return world
        .naver()
        .totals(set.order().account().customerId(), first, last)
        .byKey(set.order().format())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, row -> SourceRows.shown(row.getValue())));
  }

  private List<JsonNode> dataRows(RawData set) {
    List<JsonNode> all = spreadsheets.rows(set.order().spreadsheet(), set.order().tab());
    return all.subList(HEADER_ROWS, all.size());
  }

  private List<JsonNode> gridRows(RawData set) {
    for (JsonNode tab : spreadsheets.snapshot(set.order().spreadsheet()).path("sheets")) {
      if (tab.at("/properties/title").asText().equals(set.order().tab())) {
        List<JsonNode> rows = new ArrayList<>();
        tab.at("/data/0/rowData").forEach(rows::add);
        return rows.subList(HEADER_ROWS, rows.size());
      }
    }
    throw new AssertionError("There is no tab " + set.order().tab());
  }

  private int tabId(RawData set) {
    return spreadsheets
        .tab(set.order().spreadsheet(), set.order().tab())
        .at("/properties/sheetId")
        .asInt();
  }

  private static JsonNode cell(JsonNode row, int column) {
    return row.path("values").path(column);
  }

  private static String kind(JsonNode row, int column) {
    return cell(row, column).path("userEnteredValue").fieldNames().next();
  }

  private static String text(JsonNode row, int column) {
    return cell(row, column).at("/userEnteredValue/stringValue").asText();
  }

  /** Names by id, of what no longer exists too. */
  private static Map<String, String> names(Account account) {
    Map<String, String> names = new HashMap<>();
    for (Target target : account.targets()) {
      AdGroup group = target.adGroup();
      Campaign campaign = group.campaign();
      names.put(campaign.id(), campaign.name());
      names.put(group.id(), group.name());
      if (target.keyword() != null) {
        names.put(target.keyword().id(), target.keyword().text());
      }
    }
    names.put("-", "-");
    return names;
  }
}
