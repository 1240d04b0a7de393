package io.daybreak.uploads.channel;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel in which files were shared, or that is or was connected.
 *
 * @param id Slack's
 * @param organisationId whose it is; null as long as nobody has connected it
 * @param organisationName null too where the organisation is gone
 * @param firstSeenAt when a file was shared in it for the first time, or it was connected
 * @param tellsRuns whether its people are told there when sets fail or are well again
 */
public record SlackChannel(
    String id,
    @Nullable UUID organisationId,
    @Nullable String organisationName,
    @Nullable String connectedBy,
    @Nullable Instant connectedAt,
    Instant firstSeenAt,
    boolean tellsRuns) {

  static SlackChannel of(Row row) {
    OffsetDateTime connectedAt = row.getOffsetDateTime("connected_at");
    return new SlackChannel(
        row.getString("id"),
        row.getUUID("organisation_id"),
        row.getString("organisation_name"),
        row.getString("connected_by"),
        connectedAt == null ? null : connectedAt.toInstant(),
        row.getOffsetDateTime("first_seen_at").toInstant(),
        row.getBoolean("tells_runs"));
  }
}
