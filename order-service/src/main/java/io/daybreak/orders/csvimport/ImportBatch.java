package io.daybreak.orders.csvimport;

import io.daybreak.orders.order.OrderSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what was read until it is worth a transaction. */
final class ImportBatch {

  /**
   * @param rows rows read for this batch, the bad ones included
   * @param rowsBad bad rows, those beyond the limit of the kept ones included
   */
  record Content(long rows, long rowsBad, List<OrderSnapshot> orders, List<BadRow> badRows) {}

  private final int size;
  private final Consumer<Content> write;
  private final List<OrderSnapshot> orders = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();
  private int badRowsLeft;
  private long rows;
  private long rowsBad;

  /**
   * @param size orders, or bad rows, a batch
   * @param badRowsKept most bad rows that are handed over in all batches together
   */
  ImportBatch(int size, int badRowsKept, Consumer<Content> write) {
    this.size = size;
    this.badRowsLeft = badRowsKept;
    this.write = write;
  }

  void countRow() {
    rows++;
  }

  void add(OrderSnapshot order) {
    orders.add(order);
    flushIfFull();
  }

  void add(BadRow row) {
    rowsBad++;
    if (badRowsLeft > 0) {
      badRowsLeft--;
      badRows.add(row);
    }
    flushIfFull();
  }

  void flush() {
    write.accept(new Content(rows, rowsBad, List.copyOf(orders), List.copyOf(badRows)));
    orders.clear();
    badRows.clear();
    rows = 0;
    rowsBad = 0;
  }

  private void flushIfFull() {
    if (orders.size() >= size || rowsBad >= size) {
      flush();
    }
  }
}
