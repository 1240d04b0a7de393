package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google's RowData: the cells of a row from its start on, each a CellData. */
record RowData(@Nullable List<JsonNode> values) {

  List<JsonNode> cells() {
    return values == null ? List.of() : values;
  }

  static int width(List<RowData> rows) {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}
