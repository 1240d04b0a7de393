package io.daybreak.uploads.fault;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every way in which an upload can end without its rows, each with its own words. The places in the
 * texts are filled in order; the Korean text has the same ones.
 */
public enum ErrorKind {
  FILE_NAME_UNKNOWN(
      Blame.FILE,
      "tables",
      "No table is configured for this file name. A CSV file is named after its table, `table.csv`; the tables are: %s. Rename the file and share it as a new file.",
      "이 파일 이름으로 설정된 테이블이 없습니다. CSV 파일 이름은 `테이블.csv`여야 하며, 가능한 테이블: %s. 이름을 바꿔 새 파일로 올려 주세요."),
  NOT_A_TABLE(Blame.FILE, "", "The file is not for a table.", "테이블용 파일이 아닙니다."),
  LINKED_FILE(
      Blame.FILE,
      "",
      "This is a link to a file that is kept outside of Slack, which cannot be read. In Google Sheets choose File, Download, Comma-separated values; then share the downloaded CSV file itself.",
      "Slack 밖에 있는 파일의 링크라서 읽을 수 없습니다. Google 스프레드시트에서 파일, 다운로드, 쉼표로 구분된 값(.csv)을 선택해 내려받은 CSV 파일을 올려 주세요."),
  NOT_ALLOWED(
      Blame.FILE,
      "table,allowed",
      "The table `%s` may not be loaded from this channel, or by this person. Share the file in a channel that its configuration names under `access` (%s), or ask for being added to it.",
      "이 채널 또는 이 사용자는 테이블 `%s`을(를) 적재할 수 없습니다. 설정의 `access`에 있는 채널(%s)에서 공유하거나 추가를 요청해 주세요."),
  HEADER_DIFFERS(
      Blame.FILE,
      "line,column,title",
      "Line %s: column %s of the header should be `%s` and is another one; the header is the first line with content. Take over the header of the table, then share the file again.",
      "%s번째 줄: 머리글의 %s번째 열은 `%s`이어야 합니다. 머리글은 내용이 있는 첫 줄입니다. 머리글을 테이블에 맞춰 다시 올려 주세요."),
  COLUMN_COUNT_DIFFERS(
      Blame.FILE,
      "line,found,expected",
      "Line %s has %s columns, the table has %s. Correct the line and share the file again.",
      "%s번째 줄의 열은 %s개이고 테이블의 열은 %s개입니다. 고쳐서 다시 올려 주세요."),
  VALUE_TYPE(
      Blame.FILE,
      "line,column,type,found,form",
      "Line %s, column `%s`: the value is not of the type %s: it has %s. Write it as %s, or let the table's options allow it; then share the file again.",
      "%s번째 줄, `%s` 열: 값이 %s 형식이 아닙니다. 셀에 %s이(가) 있습니다. %s 형식으로 고치거나 테이블 옵션에서 허용한 뒤 다시 올려 주세요."),
  INDEX_EMPTY(
      Blame.FILE,
      "line,column",
      "Line %s, column `%s`: the index column is empty. Fill the cell and share the file again.",
      "%s번째 줄, `%s` 열: 인덱스 열이 비어 있습니다. 셀을 채워 다시 올려 주세요."),
  SPLIT_SEPARATOR(
      Blame.FILE,
      "line,column,found",
      "Line %s, column `%s`: several values are separated by `,` alone; this record has %s. Correct the cell and share the file again.",
      "%s번째 줄, `%s` 열: 여러 값은 `,`로만 구분합니다(발견: %s). 셀을 고쳐 다시 올려 주세요."),
  HEADER_TWICE(
      Blame.FILE,
      "line,title",
      "Line %s: the header `%s` is there more than once. Remove or rename one, then share the file again.",
      "%s번째 줄: 머리글 `%s`이(가) 두 번 이상 있습니다. 하나를 지우거나 이름을 바꿔 다시 올려 주세요."),
  EMPTY_FILE(
      Blame.FILE,
      "",
      "The file has no header. Export it again and share it again.",
      "파일에 머리글이 없습니다. 다시 내보낸 뒤 올려 주세요."),
  NOT_CSV(
      Blame.FILE,
      "kind",
      "The file is not CSV but %s. Export it as CSV and share it again.",
      "CSV 파일이 아니라 %s입니다. CSV로 내보낸 뒤 다시 올려 주세요."),
  WRONG_ENCODING(
      Blame.FILE,
      "line,encoding",
      "Line %s cannot be read as %s. Save the file as UTF-8 (in Excel: CSV UTF-8) and share it again.",
      "%s번째 줄을 %s(으)로 읽을 수 없습니다. UTF-8로 저장해(Excel: CSV UTF-8) 다시 올려 주세요."),
  ENCODING_UNCLEAR(
      Blame.FILE,
      "line,encodings",
      "Line %s: the encoding of the file is not clear; in none its letters make sense, or in several (%s). Save the file as UTF-8 (in Excel: CSV UTF-8) and share it again, or have the table's `encoding` set.",
      "%s번째 줄: 파일의 인코딩을 확실히 알 수 없습니다(후보: %s). UTF-8로 저장해(Excel: CSV UTF-8) 다시 올리거나 테이블 설정의 `encoding`을 지정해 주세요."),
  LETTERS_LOST(
      Blame.FILE,
      "line",
      "Line %s has the sign for a lost letter (U+FFFD): it was lost when the file was saved. Export the file again from where its text is whole, as UTF-8, and share it again.",
      "%s번째 줄에 깨진 글자(U+FFFD)가 있습니다. 원본에서 UTF-8로 다시 내보낸 뒤 올려 주세요."),
  TOO_MANY_COLUMNS(
      Blame.FILE,
      "line,most",
      "Line %s has more than %s columns. Check its separators, then share the file again.",
      "%s번째 줄의 열이 %s개를 넘습니다. 구분 기호를 확인해 다시 올려 주세요."),
  NUL_BYTE(
      Blame.FILE,
      "line",
      "Line %s has a NUL byte, which no CSV has. Export the file again and share it again.",
      "%s번째 줄에 NUL 바이트가 있습니다. 다시 내보낸 뒤 올려 주세요."),
  LINE_TOO_LONG(
      Blame.FILE,
      "line,most",
      "Line %s is longer than %s characters. Check its line breaks and quotes, then share the file again.",
      "%s번째 줄이 %s자를 넘습니다. 줄바꿈과 따옴표를 확인해 다시 올려 주세요."),
  QUOTES_UNBALANCED(
      Blame.FILE,
      "line",
      "Line %s: a quote is opened and not closed, or text follows the closing one. Correct the quotes and share the file again.",
      "%s번째 줄: 따옴표가 닫히지 않았거나 닫힌 뒤에 글자가 있습니다. 고쳐서 다시 올려 주세요."),
  BAD_ROWS(
      Blame.FILE,
      "count",
      "%s lines are wrong; nothing was loaded. Correct all of them and share the file again.",
      "잘못된 줄이 %s개 있어 아무것도 적재하지 않았습니다. 모두 고쳐 다시 올려 주세요."),
  FILE_DELETED(
      Blame.FILE,
      "",
      "The file was deleted in Slack before it was loaded; nothing was loaded. Share it again if it is needed.",
      "적재가 끝나기 전에 Slack에서 파일이 삭제되어 아무것도 적재하지 않았습니다. 필요하면 다시 올려 주세요."),

  CONFIGURATION_MISSING(
      Blame.SYSTEM,
      "place",
      "The table's configuration is missing from the bucket: `%s`. Put it there, then share the file again.",
      "버킷에 테이블 설정이 없습니다: `%s`. 설정을 올린 뒤 파일을 다시 공유해 주세요."),
  CONFIGURATION_INVALID(
      Blame.SYSTEM,
      "place,problem",
      "The table's configuration `%s` is not of the right shape: %s. Correct it, then share the file again.",
      "테이블 설정 `%s`의 형식이 잘못되었습니다: %s. 고친 뒤 파일을 다시 공유해 주세요."),
  SLACK_CREDENTIALS(
      Blame.SYSTEM,
      "answer",
      "Slack refuses the bot's credentials, or its access to the file (%s). Check the bot token, its scopes `files:read` and `chat:write`, and that the bot is in the channel; then share the file again.",
      "Slack이 봇의 인증 또는 파일 접근을 거부했습니다(%s). 봇 토큰과 권한(`files:read`, `chat:write`), 채널 참여를 확인한 뒤 다시 올려 주세요."),
  SLACK_UNAVAILABLE(
      Blame.SYSTEM,
      "answer",
      "Slack did not hand over the file: %s. Share it again later.",
      "Slack에서 파일을 받지 못했습니다: %s. 나중에 다시 올려 주세요."),
  DOWNLOAD_INCOMPLETE(
      Blame.SYSTEM,
      "received,expected",
      "Slack sent %s of the file's %s bytes; nothing was loaded. Share it again.",
      "파일의 %s/%s바이트만 받아 아무것도 적재하지 않았습니다. 다시 올려 주세요."),
  STORE_FAILED(
      Blame.SYSTEM,
      "target,answer",
      "The upload to `%s` failed: %s. Nothing was loaded; share the file again later.",
      "`%s`(으)로 올리지 못했습니다: %s. 아무것도 적재하지 않았으니 나중에 다시 올려 주세요."),
  OBJECT_MISSING(
      Blame.SYSTEM,
      "target,answer",
      "After the upload `%s` is not what was written there: %s. The job was not started; share the file again later.",
      "올린 뒤 `%s`이(가) 기록한 것과 다릅니다: %s. 작업을 시작하지 않았으니 나중에 다시 올려 주세요."),
  TARGET_BUSY(
      Blame.SYSTEM,
      "target",
      "Another upload has been writing `%s` for too long. Share the file again later.",
      "다른 업로드가 `%s`을(를) 계속 쓰고 있습니다. 나중에 다시 올려 주세요."),
  JOB_MISSING(
      Blame.SYSTEM,
      "target,job",
      "The rows are in `%s`, but there is no Glue job `%s`. Create the job, then share the file again.",
      "데이터는 `%s`에 있지만 Glue 작업 `%s`이(가) 없습니다. 작업을 만든 뒤 다시 올려 주세요."),
  JOB_BUSY(
      Blame.SYSTEM,
      "target,job",
      "The rows are in `%s`, but as many runs of the Glue job `%s` as it allows are under way. Share the file again later.",
      "데이터는 `%s`에 있지만 Glue 작업 `%s`이(가) 이미 최대로 실행 중입니다. 나중에 다시 올려 주세요."),
  JOB_REFUSED(
      Blame.SYSTEM,
      "target,job,answer",
      "The rows are in `%s`, but Glue refused to start the job `%s`: %s.",
      "데이터는 `%s`에 있지만 Glue가 작업 `%s`의 시작을 거부했습니다: %s."),
  JOB_START_UNKNOWN(
      Blame.SYSTEM,
      "target,job",
      "The rows are in `%s`, but whether the Glue job `%s` was started is unknown, and it is not started again. Look at the job's runs.",
      "데이터는 `%s`에 있지만 Glue 작업 `%s`이(가) 시작되었는지 알 수 없으며 다시 시작하지 않습니다. 작업 실행 목록을 확인해 주세요."),
  WORKER_LOST(
      Blame.SYSTEM,
      "",
      "The instance that read the file stopped; nothing was loaded. Share the file again.",
      "파일을 읽던 인스턴스가 멈춰 아무것도 적재하지 않았습니다. 다시 올려 주세요."),
  INTERNAL(
      Blame.SYSTEM,
      "upload",
      "The service failed (upload %s; its log has the cause). Share the file again later.",
      "서비스 오류입니다(업로드 %s, 원인은 로그에 있습니다). 나중에 다시 올려 주세요.");

  /** Who can do something about it. */
  public enum Blame {
    /** The person who shared the file: the upload is REJECTED. */
    FILE,
    /** Those who run the product: the upload is FAILED. */
    SYSTEM
  }

  private final Blame blame;
  private final List<String> names;
  private final String english;
  private final String korean;

  /**
   * @param names of the facts, in the order of their places in the texts
   */
  ErrorKind(Blame blame, String names, String english, String korean) {
    this.blame = blame;
    this.names = names.isEmpty() ? List.of() : List.of(names.split(","));
    this.english = english;
    this.korean = korean;
  }

  public Blame blame() {
    return blame;
  }

  /** The error with its facts filled in; each is {@link Words}, or the same in every language. */
  public UploadError with(Object... facts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(
          names.get(i), facts[i] instanceof Words words ? words.code() : facts[i].toString());
    }
    return new UploadError(
        this, english.formatted(told(facts, true)), korean.formatted(told(facts, false)), values);
  }

  private static Object[] told(Object[] facts, boolean inEnglish) {
    return Arrays.stream(facts)
        .map(
            fact ->
                fact instanceof Words words ? inEnglish ? words.english() : words.korean() : fact)
        .toArray();
  }
}
