package io.daybreak.orders.csvimport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be wrong with a file of orders or with a row of it, in both languages: what it is and
 * what to do. The places in the texts are filled in order.
 */
enum CsvFault {
  NOT_CSV(
      "kind",
      "The file is not CSV but %s. In Excel choose Save as, CSV UTF-8; then upload it again.",
      "CSV 파일이 아니라 %s입니다. Excel에서 CSV UTF-8로 저장한 뒤 다시 올려 주세요."),
  ENCODING_WRONG(
      "line,encoding",
      "Line %s cannot be read as %s. Save the file as UTF-8 (in Excel: CSV UTF-8), then upload it again.",
      "%s번째 줄을 %s(으)로 읽을 수 없습니다. UTF-8로 저장해(Excel: CSV UTF-8) 다시 올려 주세요."),
  ENCODING_UNCLEAR(
      "line,encodings",
      "Line %s: the encoding of the file is not clear; in none its letters make sense, or in several (%s). Save the file as UTF-8 (in Excel: CSV UTF-8), then upload it again.",
      "%s번째 줄: 파일의 인코딩을 확실히 알 수 없습니다(후보: %s). UTF-8로 저장해(Excel: CSV UTF-8) 다시 올려 주세요."),
  LETTERS_LOST(
      "line",
      "Line %s has the sign for a lost letter (U+FFFD). Export the orders again and upload that file.",
      "%s번째 줄에 깨진 글자(U+FFFD)가 있습니다. 주문을 다시 내보내 그 파일을 올려 주세요."),
  NUL(
      "line",
      "Line %s has a NUL byte, which no CSV has. Export the orders again and upload that file.",
      "%s번째 줄에 NUL 바이트가 있습니다. 주문을 다시 내보내 그 파일을 올려 주세요."),
  LINE_TOO_LONG(
      "line,most",
      "Line %s is longer than %s characters. Check its line breaks and quotes, then upload the file again.",
      "%s번째 줄이 %s자를 넘습니다. 줄바꿈과 따옴표를 확인해 다시 올려 주세요."),
  TOO_MANY_COLUMNS(
      "line,most",
      "Line %s has more than %s columns. Check its separators, then upload the file again.",
      "%s번째 줄의 열이 %s개를 넘습니다. 구분 기호를 확인해 다시 올려 주세요."),
  QUOTES(
      "line",
      "The file is not CSV: in line %s a quote is opened and not closed, or text follows the closing one. Correct the quotes, then upload the file again.",
      "CSV 파일이 아닙니다: %s번째 줄의 따옴표가 닫히지 않았거나 닫힌 뒤에 글자가 있습니다. 고쳐서 다시 올려 주세요."),
  COLUMN_TWICE(
      "column",
      "The column %s is there twice. Remove or rename one, then upload the file again.",
      "%s 열이 두 번 있습니다. 하나를 지우거나 이름을 바꿔 다시 올려 주세요."),
  COLUMNS_MISSING(
      "missing,needed,separator",
      "These columns are missing: %s. Needed are %s. The columns were taken to be separated by %s. Shopify's export of orders has them all.",
      "다음 열이 없습니다: %s. 필요한 열: %s. 열 구분 기호: %s. Shopify의 주문 내보내기 파일에는 모두 있습니다."),
  UNREADABLE("", "The file could not be read. Upload it again.", "파일을 읽지 못했습니다. 다시 올려 주세요."),
  INTERNAL(
      "",
      "The service failed; its log has the cause. Upload the file again later.",
      "서비스 오류입니다(원인은 로그에 있습니다). 나중에 다시 올려 주세요."),

  ID_FORM(
      "found",
      "is not Shopify's order id, a whole number without any sign; it has %s",
      "Shopify 주문 ID(부호 없는 정수)가 아닙니다: %s"),
  ID_SHORTENED(
      "",
      "was shortened by a spreadsheet (E+), so that digits are lost; export it again, or format the column as text",
      "스프레드시트가 줄여 써서(E+) 숫자가 사라졌습니다. 다시 내보내거나 열 서식을 텍스트로 바꿔 주세요"),
  ID_TOO_LARGE("", "is larger than any of Shopify's order ids", "Shopify 주문 ID보다 큰 수입니다"),
  ID_MISSING(
      "", "is missing, and no row with the same Name has one", "비어 있고, 같은 Name의 다른 행에도 없습니다"),
  FIRST_ROW_BAD("", "belongs to an order whose first row is bad", "첫 행이 잘못된 주문에 속합니다"),
  TOO_FAR_APART(
      "orders",
      "does not follow its order closely enough: more than %s other orders lie between; sort the file by Name",
      "주문의 첫 행과 너무 멀리 떨어져 있습니다(사이의 주문 %s건 초과). 파일을 Name으로 정렬해 주세요"),
  EMAIL_FORM("", "is not an e-mail address", "이메일 주소가 아닙니다"),
  DATE_FORM(
      "found",
      "is not a date such as 2026-05-01 10:00:00 +0900; it has %s",
      "2026-05-01 10:00:00 +0900 형식의 날짜가 아닙니다: %s"),
  MISSING("", "is missing", "비어 있습니다"),
  QUANTITY_FORM("found", "is not a whole number such as 2; it has %s", "2와 같은 정수가 아닙니다: %s"),
  YES_OR_NO("", "is neither yes nor no", "yes 또는 no가 아닙니다"),
  WORD_UNKNOWN("words", "is none of %s", "다음 중 하나가 아닙니다: %s"),
  TOO_MANY_ITEMS("most", "is beyond the %s items an order can have", "주문 하나에 담을 수 있는 %s개를 넘습니다");

  private final List<String> names;
  private final String english;
  private final String korean;

  CsvFault(String names, String english, String korean) {
    this.names = names.isEmpty() ? List.of() : List.of(names.split(","));
    this.english = english;
    this.korean = korean;
  }

  /** A fact with words of its own in each language, and a code for programs. */
  record Words(String code, String english, String korean) {}

  /**
   * The fault with its facts filled in.
   *
   * @param values the facts by name: codes, numbers and names, no cell's content
   */
  record Told(CsvFault code, Map<String, String> values, String english, String korean) {

    Told {
      values = Map.copyOf(values);
    }
  }

  Told with(Object... facts) {
    Map<String, String> values = new LinkedHashMap<>();
    Object[] inEnglish = facts.clone();
    Object[] inKorean = facts.clone();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), facts[i].toString());
      if (facts[i] instanceof Words words) {
        values.put(names.get(i), words.code());
        inEnglish[i] = words.english();
        inKorean[i] = words.korean();
      }
    }
    return new Told(this, values, english.formatted(inEnglish), korean.formatted(inKorean));
  }
}
