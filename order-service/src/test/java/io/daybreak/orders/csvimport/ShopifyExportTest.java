package io.daybreak.orders.csvimport;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.daybreak.kit.textfile.Separator;
import io.daybreak.orders.order.OrderSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shopify's own export: 79 columns, an order over several rows. */
class ShopifyExportTest {

  private static final String HEADER =
      """
      Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,\
      Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,\
      Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,\
      Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,\
      Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,\
      Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,\
      Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,\
      Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,\
      Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,\
      Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,\
      Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,\
      Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,\
      Payment Terms Name,Next Payment Due At,Payment References
      """;

  private final List<OrderSnapshot> orders = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();
  private int mostOpen = 1000;

  @Test
  void continuationRowsAddTheirItemsToTheOrderAbove() {
    read(
        row("#1001", "a@example.com", "paid", "1", "Green tea", "'06236", "6001"),
        continuation("#1001", "a@example.com", "2", "Black tea"),
        continuation("#1001", "a@example.com", "3", "Cup"),
        row("#1002", "b@example.com", "paid", "1", "Pot", "", "6002"));

    assertThat(badRows).isEmpty();
    assertThat(orders).extracting(OrderSnapshot::shopifyId).containsExactly(6001L, 6002L);
    assertThat(orders.get(0).lines())
        .extracting(OrderSnapshot.Line::title)
        .containsExactly("Green tea", "Black tea", "Cup");
    assertThat(orders.get(0).lines())
        .extracting(OrderSnapshot.Line::quantity)
        .containsExactly(1, 2, 3);
    assertThat(orders.get(0).moments().orderedAt())
        .isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
    assertThat(orders.get(0).customer().email()).isEqualTo("a@example.com");
  }

  @Test
  void theContinuationsOfABadRowAreBadAndJoinNoOtherOrder() {
    read(
        row("#1001", "a@example.com", "paid", "1", "Green tea", "", "6001"),
        row("#1002", "nobody", "paid", "1", "Pot", "", "6002"),
        continuation("#1002", "nobody", "2", "Lid"),
        continuation("#1003", "a@example.com", "2", "Stray"));

    assertThat(orders).singleElement().satisfies(order -> assertThat(order.lines()).hasSize(1));
    assertThat(badRows)
        .extracting(BadRow::column)
        .containsExactly(CsvColumn.EMAIL, CsvColumn.NAME, CsvColumn.ID);
  }

  @Test
  void rowsOfAnOrderMayStandApartAndInAnyOrder() {
    read(
        continuation("#1002", "b@example.com", "2", "Lid"),
        row("#1001", "a@example.com", "paid", "1", "Green tea", "", "6001"),
        row("#1002", "b@example.com", "paid", "1", "Pot", "", "6002"),
        continuation("#1001", "a@example.com", "2", "Black tea"));

    assertThat(badRows).isEmpty();
    assertThat(orders)
        .extracting(order -> order.lines().stream().map(OrderSnapshot.Line::title).toList())
        .containsExactly(List.of("Green tea", "Black tea"), List.of("Pot", "Lid"));
  }

  @Test
  void rowsThatStandTooFarApartAreBadAndSayWhy() {
    mostOpen = 2;
    read(
        row("#1001", "a@example.com", "paid", "1", "Green tea", "", "6001"),
        row("#1002", "b@example.com", "paid", "1", "Pot", "", "6002"),
        row("#1003", "c@example.com", "paid", "1", "Cup", "", "6003"),
        continuation("#1001", "a@example.com", "2", "Black tea"));

    assertThat(orders).hasSize(3);
    assertThat(badRows)
        .singleElement()
        .satisfies(row -> assertThat(row.fault().code()).isEqualTo(CsvFault.TOO_FAR_APART));
  }

  @Test
  void noOrderHasMoreItemsThanShopifyAllows() {
    List<String> rows = new ArrayList<>();
    rows.add(row("#1001", "a@example.com", "paid", "1", "Green tea", "", "6001"));
    for (int i = 0; i < 500; i++) {
      rows.add(continuation("#1001", "a@example.com", "1", "Tea " + i));
    }

    read(rows.toArray(String[]::new));

    assertThat(orders.get(0).lines()).hasSize(500);
    assertThat(badRows).hasSize(1);
  }

  private void read(String... rows) {
    String csv = HEADER + String.join("", rows);
    OrderAssembler assembler =
        new OrderAssembler(ZoneId.of("Asia/Seoul"), mostOpen, orders::add, badRows::add);
    var records = CsvReader.builder().ofCsvRecord(csv).stream().toList();
    CsvHeader header = CsvHeader.read(records.get(0).getFields(), Separator.COMMA);
    assertThat(records.get(0).getFields()).hasSize(79);
    records.stream()
        .skip(1)
        .map(record -> header.row(record.getStartingLineNumber(), record.getFields()))
        .forEach(assembler::accept);
    assembler.finish();
  }

  private static String row(
      String name, String email, String paid, String count, String item, String zip, String id) {
    String[] cells = cells(name, email, count, item);
    cells[2] = paid;
    cells[6] = "yes";
    cells[15] = "2026-05-01 10:00:00 +0200";
    cells[40] = zip;
    cells[44] = "\"a note\nof two lines\"";
    cells[55] = id;
    return String.join(",", cells) + "\n";
  }

  private static String continuation(String name, String email, String count, String item) {
    return String.join(",", cells(name, email, count, item)) + "\n";
  }

  private static String[] cells(String name, String email, String count, String item) {
    String[] cells = new String[79];
    java.util.Arrays.fill(cells, "");
    cells[0] = name;
    cells[1] = email;
    cells[16] = count;
    cells[17] = item;
    return cells;
  }
}
