package io.daybreak.orders.reviewmail;

import io.daybreak.orders.template.MailKind;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history.
 *
 * @param orderId Shopify's id; as text, since it exceeds what JavaScript's numbers hold
 * @param customerName of the order, null once erased
 * @param email where it goes, null once erased
 * @param reason stable code of a mail that was not (or perhaps not) sent
 * @param reasonText the same for people
 * @param detail what the code alone does not say, such as an SMTP reply code
 * @param dueAt when it was or will be due
 * @param perhapsSent whether an earlier attempt was unclear, so that sending needs confirm=true
 */
public record ReviewMailView(
    UUID id,
    String shop,
    String orderId,
    String orderName,
    @Nullable String customerName,
    @Nullable String email,
    MailKind kind,
    MailState state,
    @Nullable String reason,
    @Nullable String reasonText,
    @Nullable String detail,
    Instant plannedAt,
    @Nullable Instant dueAt,
    @Nullable Instant sentAt,
    boolean perhapsSent,
    Instant since) {

  static ReviewMailView of(Row row) {
    MailState state = MailState.valueOf(row.getString("state"));
    String reason = row.getString("reason");
    return new ReviewMailView(
        row.getUUID("id"),
        row.getString("domain"),
        Long.toString(row.getLong("shopify_id")),
        row.getString("name"),
        row.getString("customer_name"),
        row.getString("email"),
        MailKind.valueOf(row.getString("kind")),
        state,
        reason,
        reason == null ? null : sentence(state, reason),
        row.getString("detail"),
        row.getOffsetDateTime("planned_at").toInstant(),
        moment(row, "due_at"),
        moment(row, "sent_at"),
        row.getBoolean("perhaps_sent"),
        row.getOffsetDateTime("state_since").toInstant());
  }

  private static String sentence(MailState state, String reason) {
    return switch (state) {
      case SKIPPED -> SkipReason.valueOf(reason).sentence();
      case WAITING, SCHEDULED, DUE, SENDING -> WaitReason.valueOf(reason).sentence();
      default -> FailReason.valueOf(reason).sentence();
    };
  }

  private static @Nullable Instant moment(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }
}
