package io.daybreak.uploads.notice;

import io.daybreak.uploads.clean.BadRow;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.fault.UploadError;
import io.daybreak.uploads.upload.Upload;
import java.util.stream.Collectors;

/** The words about an upload's end, in Slack's markup, in both languages. */
final class NoticeText {

  private NoticeText() {}

  /**
   * @param rowsListed most wrong rows that the text lists; more are attached
   */
  static String of(Upload upload, int rowsListed) {
    UploadError error = upload.error();
    return escaped(error == null ? pass(upload) : error(upload, error, rowsListed));
  }

  private static String pass(Upload upload) {
    Counts counts = upload.counts();
    return """
        :white_check_mark: *PASS* `%s`
        %,d rows read, %,d written, %,d dropped, %,d added by splitting: `%s`. Glue job `%s`, run `%s`.
        읽음 %,d행, 기록 %,d행, 제외 %,d행, 분리로 추가 %,d행. Glue 작업이 시작되었습니다."""
        .formatted(
            name(upload),
            counts.read(),
            counts.written(),
            counts.dropped(),
            counts.split(),
            upload.target(),
            upload.job(),
            upload.jobRunId(),
            counts.read(),
            counts.written(),
            counts.dropped(),
            counts.split());
  }

  private static String error(Upload upload, UploadError error, int rowsListed) {
    String text =
        """
        :x: *ERROR* `%s`
        %s
        %s"""
            .formatted(name(upload), error.english(), error.korean());
    if (upload.badRowCount() < 2 || upload.badRowCount() > rowsListed) {
      return text;
    }
    return text
        + upload.badRows().stream()
            .map(BadRow::english)
            .collect(Collectors.joining("\n• ", "\n• ", ""));
  }

  private static String name(Upload upload) {
    String name = upload.fileName();
    return name == null ? upload.fileId() : name;
  }

  /**
   * @see <a href="https://docs.slack.dev/messaging/formatting-message-text#escaping">Slack on
   *     escaping</a>
   */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
