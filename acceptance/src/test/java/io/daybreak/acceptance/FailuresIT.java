package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.RunStatus;
import io.daybreak.acceptance.world.Spreadsheets;
import io.daybreak.acceptance.world.State;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.Outcome;
import io.daybreak.simulators.naver.report.ReportScript;
import io.daybreak.simulators.naver.totals.RowFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong outside is told with its code and reason, and leaves the sheet as it was. */
@InWorld
class FailuresIT {

  private final World world;
  private final Spreadsheets spreadsheets;

  FailuresIT(World world) {
    this.world = world;
    this.spreadsheets = world.spreadsheets();
  }

  @Test
  void aWrongSecretIsTheKeysFault() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();
    JsonNode before = spreadsheets.snapshot(spreadsheet);

    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    world.naver().accounts().rotate(account.licence(), "renewed");
    RawData set = marketer.create(key, RawDataOrder.of(account, spreadsheet));

    assertFailed(set, "NAVER_KEY_REFUSED", "secret");
    assertUntouched(spreadsheet, before);
  }

  @Test
  void anAccountOfSomebodyElsesKeyMayNotBeRead() {
    AccountSpec own = world.account();
    AccountSpec foreign = world.account();
    String spreadsheet = spreadsheets.create();
    JsonNode before = spreadsheets.snapshot(spreadsheet);
    AccountSpec pretended =
        new AccountSpec(own.licence(), own.secret(), foreign.customerId(), 1, 1, 1, 1, 1, 1, null);
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(own);
    marketer.addAccount(key, foreign.customerId());

    RawData set = marketer.create(key, RawDataOrder.of(pretended, spreadsheet));

    assertFailed(set, "NAVER_NO_PERMISSION", Long.toString(foreign.customerId()));
    assertUntouched(spreadsheet, before);
  }

  @Test
  void aSpreadsheetThatIsNotSharedIsSaidToBeSharedWithWhom() {
    String spreadsheet = spreadsheets.createUnshared();
    JsonNode before = spreadsheets.snapshot(spreadsheet);

    RawData set = world.newcomer().imports(RawDataOrder.of(world.account(), spreadsheet));

    assertFailed(set, "SHEET_NOT_SHARED", GoogleServiceAccount.EMAIL);
    assertUntouched(spreadsheet, before);
  }

  @Test
  void anUnknownSpreadsheetIsSaidToBeUnknown() {
    RawData set =
        world
            .newcomer()
            .imports(
                RawDataOrder.of(world.account(), "1NoSuchSpreadsheet00000000000000000000000000"));

    assertFailed(set, "SHEET_NOT_FOUND", "No spreadsheet");
  }

  @Test
  void anUnreadableTemplateIsToldAndTheRowsAreIn() {
    String spreadsheet = spreadsheets.create();

    RawData set =
        world
            .newcomer()
            .imports(
                RawDataOrder.of(world.account(), spreadsheet)
                    .withTemplate(spreadsheets.createUnshared()));

    set.awaitSuccess();
    assertThat(set.log().at("/templateTrouble/code").asText())
        .isEqualTo("SHEET_TEMPLATE_UNAVAILABLE");
    assertThat(spreadsheets.tabs(spreadsheet)).contains(set.order().tab());
  }

  @Test
  void rowsThatDoNotFitFailWithTheNumbers() {
    String spreadsheet = spreadsheets.create(List.of(Spreadsheets.tab("사람의 자료", 99_900, 100)));
    JsonNode before = spreadsheets.snapshot(spreadsheet);

    RawData set =
        world
            .newcomer()
            .imports(RawDataOrder.of(world.account(), spreadsheet).in(RowFormat.NSA_TD).days(5));

    assertFailed(set, "SHEET_CELL_LIMIT", "9,990,000");
    assertUntouched(spreadsheet, before);
  }

  @Test
  void cellsThatAnOldTabOfOursWastesAreReclaimed() {
    AccountSpec account = world.account();
    RawDataOrder order =
        RawDataOrder.of(account, spreadsheets.create()).in(RowFormat.NSA_TD).days(3);
    String spreadsheet =
        spreadsheets.create(
            List.of(
                Spreadsheets.tab("사람의 자료", 98_000, 100),
                Spreadsheets.tab(order.tab(), 1_900, 100)));
    RawDataOrder crowded = RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_TD).days(3);

    RawData set = world.newcomer().imports(crowded);

    set.awaitSuccess();
    assertThat(spreadsheets.rows(spreadsheet, crowded.tab())).hasSizeGreaterThan(600);
    assertThat(
            spreadsheets
                .tab(spreadsheet, crowded.tab())
                .at("/properties/gridProperties/columnCount")
                .asInt())
        .isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR,          NAVER_REPORT_FAILED",
    "NOT_A_NUMBER,   NAVER_REPORT_MALFORMED",
    "MISSING_COLUMN, NAVER_REPORT_MALFORMED",
    "CHANGED,        NAVER_REPORT_GONE",
  })
  void aReportThatGoesWrongLeavesTheSheetAsItWas(Outcome outcome, String code) {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();
    RawData set = world.newcomer().imports(RawDataOrder.of(account, spreadsheet).days(2));
    set.awaitSuccess();
    JsonNode before = spreadsheets.snapshot(spreadsheet);
    script(account, outcome);

    set.update();

    assertFailed(set, code, set.lastDay().toString());
    assertUntouched(spreadsheet, before);
  }

  @Test
  void aColumnMoreChangesNoRow() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();
    RawData set = world.newcomer().imports(RawDataOrder.of(account, spreadsheet).days(2));
    set.awaitSuccess();
    List<JsonNode> before = rows(spreadsheet, set);
    script(account, Outcome.EXTRA_COLUMN);

    set.update();

    set.awaitSuccess();
    assertThat(rows(spreadsheet, set)).isNotEmpty().isEqualTo(before);
  }

  /** Without the notice in row 1, which says as of when. */
  private List<JsonNode> rows(String spreadsheet, RawData set) {
    List<JsonNode> all = spreadsheets.rows(spreadsheet, set.order().tab());
    return all.subList(1, all.size());
  }

  @Test
  void aDayWithoutDataIsADayWithoutRows() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();
    script(account, Outcome.NONE);

    RawData set = world.newcomer().imports(RawDataOrder.of(account, spreadsheet));

    assertThat(set.awaitSuccess().rowsWritten()).isZero();
    assertThat(spreadsheets.rows(spreadsheet, set.order().tab())).hasSize(2);
  }

  @Test
  void aTabThatPeopleSortedAnewIsLeftAlone() {
    AccountSpec account = world.account();
    String spreadsheet = spreadsheets.create();
    RawData set =
        world.newcomer().imports(RawDataOrder.of(account, spreadsheet).days(2).updating(1));
    set.awaitSuccess();
    int tab = spreadsheets.tab(spreadsheet, set.order().tab()).at("/properties/sheetId").asInt();
    spreadsheets.change(
        spreadsheet,
        Map.of(
            "deleteDimension",
            Map.of(
                "range",
                Map.of("sheetId", tab, "dimension", "COLUMNS", "startIndex", 2, "endIndex", 3))));
    JsonNode before = spreadsheets.snapshot(spreadsheet);

    set.update();

    assertFailed(set, "SHEET_TAB_CHANGED", "columns");
    assertUntouched(spreadsheet, before);
  }

  private void script(AccountSpec account, Outcome outcome) {
    world
        .naver()
        .scripts()
        .add(new ReportScript(account.customerId(), null, null, outcome, Integer.MAX_VALUE, null));
  }

  private static void assertFailed(RawData set, String code, String partOfReason) {
    RunStatus end = set.awaitEnd();
    assertThat(end.state()).isEqualTo(State.FAILED);
    assertThat(end.failureCode()).as(end.failureReason()).isEqualTo(code);
    assertThat(end.failureReason()).contains(partOfReason);
    assertThat(set.log().path("failureCode").asText()).isEqualTo(code);
  }

  /** The staging tab is removed after the failure is told, so its removal is waited for. */
  private void assertUntouched(String spreadsheet, JsonNode before) {
    await("nothing of the run stays in the spreadsheet")
        .untilAsserted(() -> assertThat(spreadsheets.snapshot(spreadsheet)).isEqualTo(before));
  }
}
