package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people have made of the tab is there after many updates as it was before, and whatever
 * refers to our rows covers all of them.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class PeoplesWorkTest extends RunInABook {

  /** Rows a day such that updates of a week fit into one call, and such that they do not. */
  @ParameterizedTest(name = "{0} updates of {1} rows a day")
  @CsvSource({"10, 3", "3, 2500"})
  void staysThroughDailyUpdates(int updates, int rowsADay) {
    new Run(DAY, DAY.plusDays(11), rowsADay, 1).execute().finished();
    int last = 2 + 12 * rowsADay;
    decorate(last);

    for (int update = 1; update <= updates; update++) {
      int perDay = rowsADay + (update % 3 - 1);
      new Run(DAY.plusDays(5 + update), DAY.plusDays(11 + update), perDay, 2).execute().finished();
      assertThat(rowsByDay()).hasSize(12 + update);
      assertThat(book.value("report!A1").asDouble()).isEqualTo(cost());
    }

    assertAsItWas(2 + (int) rowsByDay().values().stream().mapToLong(Long::longValue).sum());
  }

  private void decorate(int last) {
    String all =
        "{\"sheetId\":%d,\"startRowIndex\":1,\"endRowIndex\":%d,\"startColumnIndex\":0,\"endColumnIndex\":3}"
            .formatted(tabId, last);
    String costs =
        "{\"sheetId\":%d,\"startRowIndex\":2,\"endRowIndex\":%d,\"startColumnIndex\":2,\"endColumnIndex\":3}"
            .formatted(tabId, last);
    book.change(
        "{\"unmergeCells\":{\"range\":{\"sheetId\":%d,\"endRowIndex\":1}}}".formatted(tabId),
        """
        {"updateSheetProperties":{"properties":{"sheetId":%d,"gridProperties":{
          "frozenRowCount":2,"frozenColumnCount":1}},
          "fields":"gridProperties.frozenRowCount,gridProperties.frozenColumnCount"}}\
        """
            .formatted(tabId),
        "{\"appendDimension\":{\"sheetId\":%d,\"dimension\":\"COLUMNS\",\"length\":2}}"
            .formatted(tabId),
        """
        {"repeatCell":{"range":%s,"cell":{"userEnteredFormat":{"numberFormat":{"type":"CURRENCY",
          "pattern":"[$₩]#,##0"},"backgroundColor":{"red":1}}},
          "fields":"userEnteredFormat(numberFormat,backgroundColor)"}}\
        """
            .formatted(costs),
        """
        {"updateCells":{"range":{"sheetId":%d,"startRowIndex":2,"endRowIndex":3,"startColumnIndex":0,
          "endColumnIndex":1},"rows":[{"values":[{"note":"first day"}]}],"fields":"note"}}\
        """
            .formatted(tabId),
        """
        {"setBasicFilter":{"filter":{"range":%s,"filterSpecs":[{"columnIndex":1,"filterCriteria":{
          "condition":{"type":"TEXT_EQ","values":[{"userEnteredValue":"keyword 1"}]}}}]}}}\
        """
            .formatted(all),
        "{\"addNamedRange\":{\"namedRange\":{\"name\":\"costs\",\"range\":%s}}}".formatted(costs),
        """
        {"addConditionalFormatRule":{"index":0,"rule":{"ranges":[%s],"booleanRule":{"condition":{
          "type":"NUMBER_GREATER","values":[{"userEnteredValue":"1"}]},
          "format":{"textFormat":{"bold":true}}}}}}\
        """
            .formatted(costs),
        """
        {"addChart":{"chart":{"spec":{"title":"cost","basicChart":{"chartType":"COLUMN","series":[
          {"series":{"sourceRange":{"sources":[%s]}}}]}},"position":{"overlayPosition":{
          "anchorCell":{"sheetId":%d,"rowIndex":3,"columnIndex":4}}}}}}\
        """
            .formatted(costs, tabId),
        """
        {"updateCells":{"start":{"sheetId":0,"rowIndex":5,"columnIndex":0},"fields":"pivotTable",
          "rows":[{"values":[{"pivotTable":{"source":%s,"rows":[{"sourceColumnOffset":1,
          "sortOrder":"ASCENDING","showTotals":true}],
          "values":[{"sourceColumnOffset":2,"summarizeFunction":"SUM"}]}}]}]}}\
        """
            .formatted(all));
    book.type("NSA_CTD_1!D2:E3", "[[\"CPC\",\"메모\"],[\"=C3*2\",\"확인 필요\"]]");
    book.type("report!A1:A1", "[[\"=SUM(NSA_CTD_1!C3:C%d)\"]]".formatted(last));
  }

  private void assertAsItWas(int last) {
    JsonNode tab = book.tabWithCells("NSA_CTD_1").orElseThrow();
    assertThat(tab.at("/properties/sheetId").asInt()).isEqualTo(tabId);
    assertThat(tab.at("/properties/gridProperties/frozenColumnCount").asInt()).isEqualTo(1);
    assertThat(tab.at("/properties/gridProperties/frozenRowCount").asInt()).isEqualTo(2);
    assertThat(tab.at("/properties/gridProperties/columnCount").asInt()).isEqualTo(5);
    assertThat(tab.path("merges")).isEmpty();
    assertThat(tab.at("/basicFilter/range/endRowIndex").asInt()).isEqualTo(last);
    assertThat(
            tab.at("/basicFilter/filterSpecs/0/filterCriteria/condition/values/0/userEnteredValue")
                .asText())
        .isEqualTo("keyword 1");
    assertThat(tab.at("/conditionalFormats/0/ranges/0/endRowIndex").asInt()).isEqualTo(last);
    assertThat(
            tab.at("/charts/0/spec/basicChart/series/0/series/sourceRange/sources/0/endRowIndex")
                .asInt())
        .isEqualTo(last);
    for (int row = 2; row < last; row++) {
      assertThat(
              tab.at("/data/0/rowData/%d/values/2/userEnteredFormat/numberFormat".formatted(row))
                  .path("type")
                  .asText())
          .as("format of the cost in row %d", row)
          .isEqualTo("CURRENCY");
    }
    assertThat(tab.at("/data/0/rowData/2/values/0/note").asText()).isEqualTo("first day");
    assertThat(book.formulas("NSA_CTD_1!D2:E3").toString())
        .isEqualTo("[[\"CPC\",\"메모\"],[\"=C3*2\",\"확인 필요\"]]");
    assertThat(
            book.tabWithCells("report")
                .orElseThrow()
                .at("/data/0/rowData/5/values/0/pivotTable/source/endRowIndex")
                .asInt())
        .isEqualTo(last);
    for (JsonNode name : book.show().path("namedRanges")) {
      assertThat(name.at("/range/endRowIndex").asInt())
          .as(name.path("name").asText())
          .isEqualTo(last);
    }
    assertThat(book.show().path("namedRanges")).hasSize(2);
    assertThat(book.formulas("report!A1:A1").toString())
        .isEqualTo("[[\"=SUM(NSA_CTD_1!C3:C%d)\"]]".formatted(last));
    assertThat(book.titles()).containsExactlyInAnyOrder("report", "NSA_CTD_1");
  }
}
