package io.daybreak.orders.csvimport;

import io.daybreak.orders.order.OrderSnapshot;
import io.daybreak.orders.order.OrderSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes orders of rows. In Shopify's export an order with several items takes several rows, of
 * which only the first has the order's columns; in a sheet of the merchant's own, each may have
 * them all. After a spreadsheet has sorted them, rows of an order stand apart, and a further row
 * may come before the first. So orders stay open until there are too many; that bounds the memory.
 */
final class OrderAssembler {

  /** Shopify's own limit. */
  private static final int MOST_LINES = 500;

  /** An order whose further rows may still come. */
  private record Open(String name, OrderSnapshot head, List<OrderSnapshot.Line> lines) {

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
  private final int mostOpen;
  private final Consumer<OrderSnapshot> orders;
  private final Consumer<BadRow> badRows;
  private final Map<String, Open> openById = new LinkedHashMap<>();
  private final Map<String, String> idByName = new HashMap<>();
  private final Map<String, List<CsvRow>> early = new LinkedHashMap<>();
  private final Map<String, CsvFault> closedNames =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CsvFault> eldest) {
          return size() > 10 * mostOpen;
        }
      };
  private int openLines;
  private int earlyRows;

  /**
   * @param zone the shop's, for moments without an offset
   * @param mostOpen orders, and further rows, that wait for each other
   */
  OrderAssembler(
      ZoneId zone, int mostOpen, Consumer<OrderSnapshot> orders, Consumer<BadRow> badRows) {
    this.zone = zone;
    this.mostOpen = mostOpen;
    this.orders = orders;
    this.badRows = badRows;
  }

  void accept(CsvRow row) {
    String id = row.text(CsvColumn.ID);
    String name = row.text(CsvColumn.NAME);
    try {
      Open open = openById.get(id.isEmpty() ? idByName.getOrDefault(name, "") : id);
      if (open != null) {
        addLine(open, row);
      } else if (!id.isEmpty()) {
        start(id, row);
      } else {
        keepOrRefuse(name, row);
      }
    } catch (BadCellException e) {
      badRows.accept(new BadRow(row, e.column(), e.fault()));
    }
    closeEldest();
  }

  /** No more rows: hands over what is open. */
  void finish() {
    openById.values().forEach(open -> orders.accept(open.whole()));
    openById.clear();
    early.forEach((name, rows) -> rows.forEach(row -> refuse(row, CsvFault.ID_MISSING.with())));
    early.clear();
  }

  /** A further row whose order is not open: the order may come yet, or was bad, or is closed. */
  private void keepOrRefuse(String name, CsvRow row) throws BadCellException {
    CsvFault closed = closedNames.get(name);
    if (closed == CsvFault.FIRST_ROW_BAD) {
      throw new BadCellException(CsvColumn.NAME, CsvFault.FIRST_ROW_BAD.with());
    }
    if (closed == CsvFault.TOO_FAR_APART || earlyRows >= mostOpen) {
      throw new BadCellException(CsvColumn.NAME, CsvFault.TOO_FAR_APART.with(mostOpen));
    }
    if (name.isEmpty()) {
      throw new BadCellException(CsvColumn.ID, CsvFault.ID_MISSING.with());
    }
    early.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
    earlyRows++;
  }

  private void start(String id, CsvRow row) throws BadCellException {
    String name = row.text(CsvColumn.NAME);
    List<CsvRow> waiting = Objects.requireNonNullElse(early.remove(name), List.of());
    earlyRows -= waiting.size();
    try {
      Open open = new Open(name, head(row), new ArrayList<>());
      row.lineItem(1).ifPresent(open.lines()::add);
      openById.put(id, open);
      openLines += open.lines().size();
      if (!name.isEmpty()) {
        idByName.put(name, id);
      }
      for (CsvRow further : waiting) {
        addEarly(open, further);
      }
    } catch (BadCellException e) {
      closedNames.put(name, CsvFault.FIRST_ROW_BAD);
      waiting.forEach(further -> refuse(further, CsvFault.FIRST_ROW_BAD.with()));
      throw e;
    }
  }

  private void addEarly(Open open, CsvRow row) {
    try {
      addLine(open, row);
    } catch (BadCellException e) {
      badRows.accept(new BadRow(row, e.column(), e.fault()));
    }
  }

  private void addLine(Open open, CsvRow row) throws BadCellException {
    if (open.lines().size() == MOST_LINES) {
      throw new BadCellException(CsvColumn.LINEITEM_NAME, CsvFault.TOO_MANY_ITEMS.with(MOST_LINES));
    }
    int before = open.lines().size();
    row.lineItem(before + 1).ifPresent(open.lines()::add);
    openLines += open.lines().size() - before;
  }

  private void closeEldest() {
    Iterator<Map.Entry<String, Open>> eldest = openById.entrySet().iterator();
    while (openById.size() > mostOpen || openLines > 5 * mostOpen && openById.size() > 1) {
      Open open = eldest.next().getValue();
      eldest.remove();
      openLines -= open.lines().size();
      idByName.remove(open.name());
      closedNames.put(open.name(), CsvFault.TOO_FAR_APART);
      orders.accept(open.whole());
    }
  }

  private void refuse(CsvRow row, CsvFault.Told fault) {
    CsvColumn column = fault.code() == CsvFault.ID_MISSING ? CsvColumn.ID : CsvColumn.NAME;
    badRows.accept(new BadRow(row, column, fault));
  }

  /**
   * A file does not say when Shopify last changed the order. The newest moment it names is a lower
   * bound, so a file never overwrites what Shopify itself told later.
   */
  private OrderSnapshot head(CsvRow row) throws BadCellException {
    long id = row.id();
    Instant createdAt =
        row.moment(CsvColumn.CREATED_AT, zone)
            .orElseThrow(() -> new BadCellException(CsvColumn.CREATED_AT, CsvFault.MISSING.with()));
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
