package io.daybreak.orders.csvimport;

import io.daybreak.orders.order.OrderSnapshot;
import io.daybreak.orders.order.OrderSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes orders of rows. In Shopify's export an order with several items takes several rows, of
 * which only the first has the order's columns; in a sheet of the merchant's own, each may have
 * them all. Either way the rows of an order follow each other.
 */
final class OrderAssembler {

  /** Shopify's own limit; it bounds the memory that one order takes. */
  private static final int MOST_LINES = 500;

  /** An order whose further rows may still come. */
  private record Open(String id, String name, OrderSnapshot head, List<OrderSnapshot.Line> lines) {

    OrderSnapshot whole() {
      return new OrderSnapshot(
          head.shopifyId(),
          head.name(),
          head.customer(),
          head.status(),
          head.moments(),
          null,
          null,
          false,
          head.versionAt(),
          OrderSource.CSV,
          lines,
          List.of(),
          List.of());
    }
  }

  private final ZoneId zone;
  private final Consumer<OrderSnapshot> orders;
  private final Consumer<BadRow> badRows;
  private @Nullable Open open;
  private @Nullable String rejectedName;

  /**
   * @param zone the shop's, for moments without an offset
   */
  OrderAssembler(ZoneId zone, Consumer<OrderSnapshot> orders, Consumer<BadRow> badRows) {
    this.zone = zone;
    this.orders = orders;
    this.badRows = badRows;
  }

  void accept(CsvRow row) {
    try {
      if (continues(row)) {
        addLine(row);
      } else {
        finish();
        open = start(row);
        rejectedName = null;
      }
    } catch (BadCellException e) {
      badRows.accept(new BadRow(row, e.column(), e.getMessage()));
    }
  }

  /** No more rows: hands over the last order. */
  void finish() {
    if (open != null) {
      orders.accept(open.whole());
      open = null;
    }
  }

  private boolean continues(CsvRow row) throws BadCellException {
    String id = row.text(CsvColumn.ID);
    String name = row.text(CsvColumn.NAME);
    if (open != null && (id.isEmpty() ? name.equals(open.name()) : id.equals(open.id()))) {
      return true;
    }
    if (id.isEmpty() && !name.isEmpty() && name.equals(rejectedName)) {
      throw new BadCellException(CsvColumn.NAME, "belongs to an order whose first row is bad");
    }
    if (id.isEmpty()) {
      throw new BadCellException(
          CsvColumn.ID, "is missing, and the row does not follow one of the same order");
    }
    return false;
  }

  private void addLine(CsvRow row) throws BadCellException {
    if (open.lines().size() == MOST_LINES) {
      throw new BadCellException(
          CsvColumn.LINEITEM_NAME, "is beyond the " + MOST_LINES + " items an order can have");
    }
    row.lineItem(open.lines().size() + 1).ifPresent(open.lines()::add);
  }

  private Open start(CsvRow row) throws BadCellException {
    rejectedName = row.text(CsvColumn.NAME);
    List<OrderSnapshot.Line> lines = new ArrayList<>();
    OrderSnapshot head = head(row);
    row.lineItem(1).ifPresent(lines::add);
    return new Open(row.text(CsvColumn.ID), row.text(CsvColumn.NAME), head, lines);
  }

  /**
   * A file does not say when Shopify last changed the order. The newest moment it names is a lower
   * bound, so a file never overwrites what Shopify itself told later.
   */
  private OrderSnapshot head(CsvRow row) throws BadCellException {
    long id = row.id();
    Instant createdAt =
        row.moment(CsvColumn.CREATED_AT, zone)
            .orElseThrow(() -> new BadCellException(CsvColumn.CREATED_AT, "is missing"));
    Instant fulfilledAt = row.moment(CsvColumn.FULFILLED_AT, zone).orElse(null);
    Instant cancelledAt = row.moment(CsvColumn.CANCELLED_AT, zone).orElse(null);
    String name = row.text(CsvColumn.NAME);
    return new OrderSnapshot(
        id,
        name.isEmpty() ? "#" + id : name,
        new OrderSnapshot.Customer(null, null, row.email(), null, row.acceptsMarketing()),
        row.status(),
        new OrderSnapshot.Moments(createdAt, fulfilledAt, cancelledAt),
        null,
        null,
        false,
        Stream.of(createdAt, fulfilledAt, cancelledAt)
            .filter(moment -> moment != null)
            .max(Instant::compareTo)
            .orElseThrow(),
        OrderSource.CSV,
        List.of(),
        List.of(),
        List.of());
  }
}
