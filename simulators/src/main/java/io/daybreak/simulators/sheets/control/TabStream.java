package io.daybreak.simulators.sheets.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.values.ValueReads;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The values of a tab as one JSON array of rows, made in parts; inner blank rows are empty arrays.
 */
final class TabStream implements Iterator<Buffer> {

  private static final int ROWS_A_PART = 200;

  private final Tab tab;
  private final ValueReads reads;
  private final int last;
  private int next;
  private boolean ended;

  TabStream(Tab tab, Drive drive) {
    this.tab = tab;
    this.reads = new ValueReads(drive);
    this.last = tab.grid().filledRows();
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Buffer next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    StringBuilder part = new StringBuilder(next == 0 ? "[" : "");
    int until = Math.min(last, next + ROWS_A_PART);
    for (; next < until; next++) {
      part.append(next == 0 ? "" : ",").append(row(next));
    }
    ended = next >= last;
    return Buffer.buffer(ended ? part.append(']').toString() : part.toString());
  }

  private String row(int index) {
    Area area = new Area(index, 0, index + 1, tab.grid().columnCount());
    ArrayNode rows = reads.rows(tab, area, ValueReads.Wish.UNFORMATTED);
    return rows.isEmpty() ? "[]" : rows.get(0).toString();
  }
}
