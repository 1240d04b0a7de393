package io.daybreak.uploads.notice;

import io.daybreak.uploads.clean.BadRow;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.fault.UploadError;
import io.daybreak.uploads.upload.ReadAs;
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

  /** The words with the first wrong rows, however many there are. */
  static String withRows(Upload upload, int rowsListed) {
    UploadError error = upload.error();
    return error == null
        ? of(upload, rowsListed)
        : escaped(error(upload, error, rowsListed) + rows(upload, rowsListed));
  }

  private static String rows(Upload upload, int most) {
    return upload.badRows().stream()
        .limit(most)
        .map(BadRow::english)
        .collect(Collectors.joining("\n• ", "\n• ", ""));
  }

  private static String pass(Upload upload) {
    Counts counts = upload.counts();
    return """
        :white_check_mark: *PASS* `%s`
        %,d rows read, %,d written, %,d dropped, %,d added by splitting: `%s`. Glue job `%s`, run `%s`.%s
        읽음 %,d행, 기록 %,d행, 제외 %,d행, 분리로 추가 %,d행. Glue 작업이 시작되었습니다.%s"""
        .formatted(
            name(upload),
            counts.read(),
            counts.written(),
            counts.dropped(),
            counts.split(),
            upload.target(),
            upload.job(),
            upload.jobRunId(),
            readAs(upload, true),
            counts.read(),
            counts.written(),
            counts.dropped(),
            counts.split(),
            readAs(upload, false));
  }

  private static String error(Upload upload, UploadError error, int rowsListed) {
    String text =
        """
        :x: *ERROR* `%s`
        %s%s
        %s%s"""
            .formatted(
                name(upload),
                error.english(),
                readAs(upload, true),
                error.korean(),
                readAs(upload, false));
    if (upload.badRowCount() < 2 || upload.badRowCount() > rowsListed) {
      return text;
    }
    return text + rows(upload, rowsListed);
  }

  /** How the file was read, since that may be what is wrong; nothing if it was not. */
  private static String readAs(Upload upload, boolean inEnglish) {
    ReadAs readAs = upload.readAs();
    if (readAs == null) {
      return "";
    }
    return inEnglish
        ? " The file was read as " + readAs.english() + "."
        : " 파일은 " + readAs.korean() + "(으)로 읽었습니다.";
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
