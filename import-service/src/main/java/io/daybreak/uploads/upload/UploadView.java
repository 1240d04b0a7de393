package io.daybreak.uploads.upload;

import io.daybreak.uploads.clean.BadRow;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.fault.UploadError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as people see it.
 *
 * @param organisationId whose channel it was shared in; null where it is nobody's
 * @param badRowCount all wrong records of the file
 * @param badRows the first of them; empty in lists
 * @param notice how far the message in Slack is
 */
public record UploadView(
    UUID id,
    String fileId,
    String channelId,
    @Nullable UUID organisationId,
    @Nullable String userId,
    @Nullable String fileName,
    @Nullable Long bytes,
    @Nullable String table,
    UploadState state,
    Instant receivedAt,
    @Nullable Instant endedAt,
    @Nullable String target,
    @Nullable String job,
    @Nullable String jobRunId,
    @Nullable ReadAs readAs,
    Counts rows,
    @Nullable UploadError error,
    long badRowCount,
    List<BadRow> badRows,
    NoticeState notice,
    @Nullable String noticeFailure) {

  static UploadView whole(Upload upload) {
    return of(upload, upload.badRows());
  }

  static UploadView listed(Upload upload) {
    return of(upload, List.of());
  }

  private static UploadView of(Upload upload, List<BadRow> badRows) {
    return new UploadView(
        upload.id(),
        upload.fileId(),
        upload.channelId(),
        upload.organisationId(),
        upload.userId(),
        upload.fileName(),
        upload.bytes(),
        upload.table(),
        upload.state(),
        upload.receivedAt(),
        upload.endedAt(),
        upload.target(),
        upload.job(),
        upload.jobRunId(),
        upload.readAs(),
        upload.counts(),
        upload.error(),
        upload.badRowCount(),
        badRows,
        upload.notice(),
        upload.noticeFailure());
  }
}
