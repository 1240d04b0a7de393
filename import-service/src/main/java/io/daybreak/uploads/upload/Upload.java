package io.daybreak.uploads.upload;

import io.daybreak.kit.textfile.Separator;
import io.daybreak.uploads.clean.BadRow;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it is stored.
 *
 * @param organisationId whose it is; null where nobody has the channel
 * @param userId who shared it, as Slack says
 * @param bytes size of the file, as Slack says
 * @param threadTs Slack's name of the message that carries the file
 * @param badRowCount all wrong records; {@code badRows} has the first ones
 */
public record Upload(
    UUID id,
    String fileId,
    String channelId,
    @Nullable UUID organisationId,
    @Nullable String userId,
    UploadState state,
    Instant stateSince,
    Instant receivedAt,
    @Nullable Instant endedAt,
    @Nullable String fileName,
    @Nullable Long bytes,
    @Nullable String threadTs,
    @Nullable String table,
    @Nullable String target,
    @Nullable String job,
    @Nullable String jobRunId,
    @Nullable ReadAs readAs,
    Counts counts,
    long badRowCount,
    List<BadRow> badRows,
    @Nullable UploadError error,
    NoticeState notice,
    @Nullable String noticeFailure) {

  /** Reads a row of csv_upload. */
  public static Upload of(Row row) {
    String code = row.getString("error_code");
    return new Upload(
        row.getUUID("id"),
        row.getString("file_id"),
        row.getString("channel_id"),
        row.getUUID("organisation_id"),
        row.getString("user_id"),
        UploadState.valueOf(row.getString("state")),
        row.getOffsetDateTime("state_since").toInstant(),
        row.getOffsetDateTime("received_at").toInstant(),
        instant(row.getOffsetDateTime("ended_at")),
        row.getString("file_name"),
        row.getLong("file_bytes"),
        row.getString("thread_ts"),
        row.getString("table_name"),
        row.getString("target"),
        row.getString("job"),
        row.getString("job_run_id"),
        readAs(row.getString("encoding"), row.getString("separator")),
        new Counts(
            row.getLong("rows_read"),
            row.getLong("rows_written"),
            row.getLong("rows_dropped"),
            row.getLong("rows_split")),
        row.getLong("bad_row_count"),
        badRows((JsonArray) row.getJson("bad_rows")),
        code == null
            ? null
            : new UploadError(
                ErrorKind.valueOf(code),
                row.getString("error_english"),
                row.getString("error_korean"),
                values((JsonObject) row.getJson("error_values"))),
        NoticeState.valueOf(row.getString("notice_state")),
        row.getString("notice_failure"));
  }

  static JsonArray json(List<BadRow> rows) {
    JsonArray array = new JsonArray();
    rows.forEach(
        row ->
            array.add(
                new JsonObject()
                    .put("line", row.line())
                    .put("kind", row.kind().name())
                    .put("english", row.english())
                    .put("korean", row.korean())
                    .put("values", new JsonObject(Map.copyOf(row.values())))));
    return array;
  }

  private static List<BadRow> badRows(JsonArray array) {
    return array.stream()
        .map(JsonObject.class::cast)
        .map(
            row ->
                new BadRow(
                    row.getLong("line"),
                    ErrorKind.valueOf(row.getString("kind")),
                    row.getString("english"),
                    row.getString("korean"),
                    values(row.getJsonObject("values"))))
        .toList();
  }

  private static Map<String, String> values(@Nullable JsonObject json) {
    Map<String, String> values = new HashMap<>();
    if (json != null) {
      json.forEach(value -> values.put(value.getKey(), String.valueOf(value.getValue())));
    }
    return values;
  }

  private static @Nullable ReadAs readAs(@Nullable String encoding, @Nullable String separator) {
    return encoding == null || separator == null
        ? null
        : new ReadAs(encoding, Separator.valueOf(separator));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
