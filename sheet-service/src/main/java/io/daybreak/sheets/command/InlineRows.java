package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.grid.RowsMalformed;
import io.daybreak.sheets.grid.TypedRows;
import io.daybreak.sheets.run.LeaseSettings;
import io.daybreak.sheets.run.RowBlocks;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a run that is small enough to be published in one update, without a staging tab. */
@ApplicationScoped
class InlineRows {

  /** JSON around a value: {@code {"userEnteredValue":{"numberValue":}},}. */
  private static final int BYTES_A_CELL = 42;

  /** With the value, on the average, for estimates. */
  private static final int EXPECTED_BYTES_A_CELL = 52;

  private final LeaseSettings settings;
  private final RowBlocks blocks;

  InlineRows(LeaseSettings settings, RowBlocks blocks) {
    this.settings = settings;
    this.blocks = blocks;
  }

  /** Whether so many rows will probably go into one update. */
  boolean mayTake(long rows, TabLayout layout) {
    return takes(rows * layout.columns().size() * EXPECTED_BYTES_A_CELL);
  }

  /** Whether so many bytes go into one update. */
  boolean takes(long bytes) {
    return bytes <= settings.inlineBytes();
  }

  /** Bytes that rows take in an update. */
  static long bytes(List<List<String>> rows) {
    long bytes = 0;
    for (List<String> row : rows) {
      bytes += 16;
      for (String cell : row) {
        bytes += BYTES_A_CELL + cell.length() * (cell.chars().allMatch(c -> c < 0x80) ? 1L : 3L);
      }
    }
    return bytes;
  }

  /** All rows of a run that have arrived, as values of a sheet. */
  List<List<Object>> of(TabWrite write) {
    List<List<Object>> rows = new ArrayList<>();
    for (String block : blocks.of(write.runId())) {
      rows.addAll(TypedRows.of(unpack(block), write.layout().columns()));
    }
    return rows;
  }

  /**
   * @throws io.daybreak.sheets.failure.FailureException with {@link RowsMalformed}
   */
  static List<List<String>> unpack(String block) {
    try {
      return RowBlock.unpack(block);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new RowsMalformed("the block cannot be unpacked").toException(e);
    }
  }
}
