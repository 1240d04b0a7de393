package io.daybreak.kit.alert;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An alert as operators see it.
 *
 * @param since since when it fires, or is over
 * @param count how many things are, or were last, not as they should be
 * @param toldAt when people were last told that it fires; null if never
 * @param telling what became of the last message about it: {@code told}, {@code nobody} where
 *     neither a webhook nor a bot is configured, {@code refused}, {@code unclear} where nobody
 *     heard; null if there was none
 * @param tellingReason Slack's word or an exception's name; null where there is none
 */
public record AlertView(
    String rule,
    AlertState state,
    Instant since,
    long count,
    String korean,
    String english,
    @Nullable Instant toldAt,
    @Nullable String telling,
    @Nullable String tellingReason) {

  static AlertView of(Row row) {
    OffsetDateTime toldAt = row.getOffsetDateTime("told_at");
    return new AlertView(
        row.getString("rule"),
        AlertState.valueOf(row.getString("state")),
        row.getOffsetDateTime("since").toInstant(),
        row.getLong("count"),
        row.getString("korean"),
        row.getString("english"),
        toldAt == null ? null : toldAt.toInstant(),
        row.getString("telling"),
        row.getString("telling_reason"));
  }
}
