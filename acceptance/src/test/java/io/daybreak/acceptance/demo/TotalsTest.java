package io.daybreak.acceptance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TotalsTest {

  private static final String SOURCE =
      """
      {"rows": {"NSA_CTD": 2}, "impressions": 30, "clicks": 3, "cost": "100.5", "conversions": 1}
      """;

  @Test
  void equalSumsAreEqualHoweverTheyAreWritten() throws JsonProcessingException {
    JsonNode tab = tab("[46346, 0, 1, 2, 60.25, 0], [46347, 1, 29, 1, 40.250, 1]");

    assertThat(source().compare(Totals.ofTab(tab))).allMatch(Totals.Comparison::equal);
    assertThat(Totals.lastDay(tab)).isEqualTo(LocalDate.of(2026, 11, 21));
  }

  @Test
  void aRowTooFewOrAWrongSumIsNoticed() throws JsonProcessingException {
    Totals sheet = Totals.ofTab(tab("[46346, 0, 30, 3, 100.4, 1]"));

    assertThat(source().compare(sheet))
        .filteredOn(line -> !line.equal())
        .extracting(Totals.Comparison::name)
        .containsExactly("rows", "cost");
  }

  @Test
  void aNumberWrittenAsTextDoesNotCount() throws JsonProcessingException {
    Totals sheet = Totals.ofTab(tab("[46346, 0, \"1\", 2, 60.25, 0]"));

    assertThat(sheet.impressions()).isZero();
  }

  private static Totals source() throws JsonProcessingException {
    return Totals.ofSource(new ObjectMapper().readTree(SOURCE), "NSA_CTD");
  }

  private static JsonNode tab(String rows) throws JsonProcessingException {
    String header = "[\"notice\"], [\"date\", \"hour\", \"imp\", \"clk\", \"cost\", \"conv\"], ";
    return new ObjectMapper().readTree("[" + header + rows + "]");
  }
}
