package io.daybreak.orders.order;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API shows it.
 *
 * @param id Shopify's id, as text: it exceeds what JavaScript's numbers hold
 * @param total as text, exact
 * @param version when Shopify made the version that is stored
 */
public record OrderView(
    String shop,
    String id,
    String name,
    @Nullable String email,
    @Nullable String customerName,
    @Nullable String currency,
    @Nullable String total,
    @Nullable String financialStatus,
    @Nullable String fulfilmentStatus,
    boolean test,
    Instant orderedAt,
    @Nullable Instant fulfilledAt,
    @Nullable Instant cancelledAt,
    OrderSource source,
    Instant version,
    List<LineView> lines) {

  /**
   * @param currentQuantity what is left after refunds and removals
   */
  public record LineView(String title, int quantity, int currentQuantity) {}

  static OrderView of(Row row) {
    var total = row.getBigDecimal("total");
    return new OrderView(
        row.getString("domain"),
        Long.toString(row.getLong("shopify_id")),
        row.getString("name"),
        row.getString("email"),
        row.getString("customer_name"),
        row.getString("currency"),
        total == null ? null : total.toPlainString(),
        row.getString("financial_status"),
        row.getString("fulfilment_status"),
        row.getBoolean("test"),
        row.getOffsetDateTime("ordered_at").toInstant(),
        moment(row, "shipped_at"),
        moment(row, "cancelled_at"),
        OrderSource.valueOf(row.getString("source")),
        row.getOffsetDateTime("version_at").toInstant(),
        lines(row.get(JsonArray.class, "lines")));
  }

  private static List<LineView> lines(JsonArray lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(lines::getJsonObject)
        .map(
            line ->
                new LineView(
                    line.getString("title"),
                    line.getInteger("quantity"),
                    line.getInteger("current")))
        .toList();
  }

  private static @Nullable Instant moment(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }
}
