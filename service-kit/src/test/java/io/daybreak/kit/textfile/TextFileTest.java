package io.daybreak.kit.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.kit.textfile.TextFault.Code;
import io.daybreak.kit.textfile.TextFile.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  private static final int LONGEST = 10_000;
  private static final TextFile.Options AUTO = new TextFile.Options(null, null, LONGEST);

  private record Content(Encoding encoding, Separator separator, List<Line> lines) {

    List<String> cells(int line) {
      return lines.get(line).cells();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-windows-949|CP949|녹차 세트",
        "x-windows-949|CP949|셔츠 세트,배송 완료,서울특별시 강남구",
        "x-windows-949|CP949|똠양꿍 라면 볶음밥 햄버거 쌀국수",
        "x-windows-949|CP949|가나다",
        "windows-31j|SHIFT_JIS|シャツ",
        "windows-31j|SHIFT_JIS|東京都港区,山田太郎",
        "windows-31j|SHIFT_JIS|ｶﾌﾞｼｷｶﾞｲｼﾔ ﾔﾏﾀﾞｼﾖｳﾃﾝ",
        "windows-31j|SHIFT_JIS|髙橋商店①,㈱さくら",
        "EUC-JP|EUC_JP|シャツ,東京都",
        "EUC-JP|EUC_JP|ひらがな",
        "windows-1252|WINDOWS_1252|Café Müller Äpfel",
        "windows-1252|WINDOWS_1252|Äpfel Ärmel Ähre",
        "windows-1252|WINDOWS_1252|créée,garçon,El Niño,Straße,Ålesund",
        "windows-1252|WINDOWS_1252|the “good” one – it’s €5",
      })
  void anOldEncodingIsFoundByTheTextThatPeopleWrite(String charset, Encoding found, String text)
      throws IOException {
    Content content = read(("id,name\n1," + text + "\n").getBytes(Charset.forName(charset)));

    assertThat(content.encoding()).isEqualTo(found);
    assertThat(String.join(",", content.cells(1))).isEqualTo("1," + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1251|Москва и чай",
        "windows-1253|Αθήνα καφές",
        "windows-1250|Łódź źródło ąęśż",
        "GBK|你好世界测试数据",
        "Big5|繁體中文測試資料",
        "x-MacRoman|Café Müller Mañana",
        "windows-1254|ığışöç Şeker İğne",
        "KOI8-R|Москва и чай",
      })
  void aTextInLettersThatNobodyUsesIsRefused(String charset, String text) {
    assertThatThrownBy(() -> read(("id,name\n1," + text + "\n").getBytes(Charset.forName(charset))))
        .isInstanceOfSatisfying(
            TextFaultException.class,
            e -> {
              assertThat(e.fault().code()).isEqualTo(Code.ENCODING_UNCLEAR);
              assertThat(e.fault().line()).isEqualTo(2);
            });
  }

  @Test
  void aFixedEncodingIsReadAsItIsSaid() throws IOException {
    byte[] odd = "id,name\n1,Ìîñêâà\n".getBytes(Charset.forName("windows-1252"));

    assertFault(odd, Code.ENCODING_UNCLEAR, 2);
    assertThat(read(odd, new TextFile.Options(Encoding.WINDOWS_1252, null, LONGEST)).cells(1))
        .containsExactly("1", "Ìîñêâà");
  }

  @Test
  void laterPiecesMustBeAsPlausibleAsTheFirst() {
    String korean = "1,녹차 세트\n".repeat(100);
    byte[] begin = korean.getBytes(Charset.forName("x-windows-949"));
    byte[] rest = "1,シャツとズボン\n".repeat(40_000).getBytes(Charset.forName("windows-31j"));
    byte[] ascii = "1,plain\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[begin.length + ascii.length + rest.length];
    System.arraycopy(begin, 0, all, 0, begin.length);
    System.arraycopy(ascii, 0, all, begin.length, ascii.length);
    System.arraycopy(rest, 0, all, begin.length + ascii.length, rest.length);

    assertThatThrownBy(() -> read(all)).isInstanceOf(TextFaultException.class);
  }

  @Test
  void utf8ThatWasDamagedIsRefusedWithItsLineNotTakenForAnother() {
    byte[] file = "id,name\n1,우산\n2,셔츠\n3,양말\n".getBytes(StandardCharsets.UTF_8);
    file[file.length - 3] = ',';

    assertFault(file, Code.ENCODING_WRONG, 4);
    assertFault(bytes("id\n1\n\uFFFD\n"), Code.LETTERS_LOST, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsReadWithAndWithoutItsMark(String charset) throws IOException {
    String text = "번호\t이름\n1\t우산\n2\tplain\n";

    assertThat(read(("\uFEFF" + text).getBytes(Charset.forName(charset))).cells(1))
        .containsExactly("1", "우산");
    Content content = read(text.getBytes(Charset.forName(charset)));
    assertThat(content.cells(0)).containsExactly("번호", "이름");
    assertThat(content.encoding().label()).isEqualTo(charset);
    assertThat(content.separator()).isEqualTo(Separator.TAB);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a,b\\n1,2\\n`,COMMA",
        "`a;b\\n1,5;2,5\\n3,5;4\\n`,SEMICOLON",
        "`a\\tb\\nx,y\\tz\\n`,TAB",
        "`a,b\\n1;2;3,4\\n5;6;7,8\\n`,COMMA",
        "`a;b`,SEMICOLON",
        "`a\\n1\\n2\\n`,COMMA",
        "`\"a,b\";\"c,d\"\\n\"1,2\";3\\n`,SEMICOLON",
        "`sep=;\\na;b,c,d\\n1;2,3,4\\n`,SEMICOLON",
        "`Monthly report\\n\\na,b\\n1,2\\n`,COMMA",
      })
  void theSeparatorIsTheOneThatDividesTheLinesEvenly(String text, Separator separator)
      throws IOException {
    assertThat(read(bytes(text.replace("\\n", "\n").replace("\\t", "\t"))).separator())
        .isEqualTo(separator);
  }

  @Test
  void excelsHintAboutTheSeparatorIsNoLineButCounts() throws IOException {
    assertThat(read(bytes("sep=;\r\na;b\r\n1;2\r\n")).lines())
        .containsExactly(new Line(2, List.of("a", "b")), new Line(3, List.of("1", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void linesAreCountedAsAnEditorDoes(String end) throws IOException {
    Content content = read(bytes("a,b%n\"x%ny\",1%n%n,,%nz,2%n".replace("%n", end)));

    assertThat(content.lines())
        .containsExactly(
            new Line(1, List.of("a", "b")),
            new Line(2, List.of("x\ny", "1")),
            new Line(6, List.of("z", "2")));
    assertFault(bytes("a%n1%n\"x%n2%n".replace("%n", end)), Code.QUOTES, 3);
  }

  @Test
  void aMacsFileMayBeLong() throws IOException {
    assertThat(read(bytes("a,b\r" + "1,우산\r".repeat(100_000))).lines()).hasSize(100_001);
  }

  @Test
  void blankRowsAndColumnsThatSpreadsheetsAddAreNone() throws IOException {
    Content content = read(bytes("a,b,,\n1,2,,\n3,,,\n,\u00a0,\u3000,\n,,,\n"));

    assertThat(content.lines())
        .extracting(Line::cells)
        .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", ""));
    assertThat(read(bytes("a,b\n1,2,x\n")).cells(1)).containsExactly("1", "2", "x");
  }

  @Test
  void aQuoteWithinACellIsALetter() throws IOException {
    assertThat(read(bytes("a,b\n27\" black,1\n\"say \"\"hi\"\"\",2\n")).lines())
        .extracting(Line::cells)
        .containsExactly(List.of("a", "b"), List.of("27\" black", "1"), List.of("say \"hi\"", "2"));
    assertFault(bytes("a,b\n1,2\n\"12\" black\",1\n\"x\",2\n"), Code.QUOTES, 3);
  }

  @Test
  void lettersInPiecesAreComposed() throws IOException {
    String decomposed = java.text.Normalizer.normalize("매출,が", java.text.Normalizer.Form.NFD);

    assertThat(read(bytes(decomposed + "\n")).cells(0)).containsExactly("매출", "が");
  }

  @Test
  void lettersAcrossTheEdgeOfAPieceStayWhole() throws IOException {
    for (String charset : List.of("UTF-8", "x-windows-949", "UTF-16LE")) {
      String letters = charset.equals("x-windows-949") ? "한글" : "한글😀";
      String text = "abc,d\n" + (letters + ",x\n").repeat(60_000);

      assertThat(read(text.getBytes(Charset.forName(charset))).lines())
          .hasSize(60_001)
          .allSatisfy(line -> assertThat(line.cells().get(0)).isIn("abc", letters));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PK\u0003\u0004..[Content_Types].xml, .xlsx",
    "PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet, .ods",
    "PK\u0003\u0004..data.csv, ZIP",
    "%PDF-1.7, PDF",
    "<html><body><table>, HTML",
    "<?xml version='1.0'?>, XML",
  })
  void anotherKindOfFileIsNamed(String beginning, String name) {
    assertThatThrownBy(() -> read(beginning.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOfSatisfying(
            TextFaultException.class, e -> assertThat(e.fault().code()).isEqualTo(Code.NOT_TEXT))
        .hasMessageContaining(name);
  }

  @Test
  void whatIsNoTextIsRefusedWithItsLine() {
    assertFault(bytes("a\n1\0\n"), Code.NUL, 2);
    assertFault(bytes("a\n1,\"x\n2,y\n"), Code.QUOTES, 2);
    assertFault(
        bytes("a\n" + "1,".repeat(20_000)),
        new TextFile.Options(null, null, 100_000),
        Code.TOO_MANY_CELLS);
  }

  @Test
  void anEndlessLineEndsEarly() {
    InputStream endless =
        new InputStream() {
          private long left = 1L << 30;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }
        };

    assertThatThrownBy(() -> lines(endless, AUTO))
        .isInstanceOfSatisfying(
            TextFaultException.class,
            e -> assertThat(e.fault().code()).isEqualTo(Code.LINE_TOO_LONG));
  }

  private static void assertFault(byte[] file, TextFile.Options options, Code code) {
    assertThatThrownBy(() -> read(file, options))
        .isInstanceOfSatisfying(
            TextFaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }

  private static void assertFault(byte[] file, Code code, long line) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            TextFaultException.class,
            e -> {
              assertThat(e.fault().code()).isEqualTo(code);
              assertThat(e.fault().line()).isEqualTo(line);
            });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Content read(byte[] file) throws IOException {
    return read(file, AUTO);
  }

  private static Content read(byte[] file, TextFile.Options options) throws IOException {
    return lines(new ByteArrayInputStream(file), options);
  }

  private static Content lines(InputStream file, TextFile.Options options) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (TextFile text = TextFile.open(file, options)) {
      for (Line line = text.next(); line != null; line = text.next()) {
        lines.add(line);
      }
      return new Content(text.encoding(), text.separator(), lines);
    }
  }
}
