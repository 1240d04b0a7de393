package io.daybreak.uploads.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.parse.CsvRecords.Line;
import io.daybreak.uploads.table.TableConfiguration.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

  private static final Charset CP949 = Charset.forName("x-windows-949");
  private static final int LONGEST = 10_000;

  @Test
  void koreanIsReadFromUtf8AndFromCp949WhereverItBegins() throws IOException {
    String text = "a,b\n" + "1,plain\n".repeat(20_000) + "2,우산\n";

    assertThat(lines(text.getBytes(StandardCharsets.UTF_8))).hasSize(20_002);
    assertThat(last(text.getBytes(StandardCharsets.UTF_8))).containsExactly("2", "우산");
    assertThat(last(text.getBytes(CP949))).containsExactly("2", "우산");
  }

  @Test
  void lettersAcrossTheEdgeOfAPieceStayWhole() throws IOException {
    String text = "a\n" + "한글😀\n".repeat(30_000);

    assertThat(lines(text.getBytes(StandardCharsets.UTF_8)))
        .hasSize(30_001)
        .filteredOn(line -> line.number() > 1)
        .allSatisfy(line -> assertThat(line.fields()).containsExactly("한글😀"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
    assertThat(lines("\uFEFFid\n1\n".getBytes(StandardCharsets.UTF_8)).get(0).fields())
        .containsExactly("id");
  }

  @Test
  void linesAreCountedAsPeopleCountThem() throws IOException {
    assertThat(lines("a\n\"x\ny\"\n\nz\n".getBytes(StandardCharsets.UTF_8)))
        .extracting(Line::number)
        .containsExactly(1L, 2L, 5L);
  }

  @Test
  void whatIsNotCsvIsAClearError() {
    assertError("a\n1\0\n".getBytes(StandardCharsets.UTF_8), ErrorKind.NUL_BYTE, "Line 2");
    assertError(bytes("a\n1,\"x\n2,y\n"), ErrorKind.QUOTES_UNBALANCED, "Line 2");
    assertError(bytes("a\n\"x\"y\n"), ErrorKind.QUOTES_UNBALANCED, "Line");
    assertError(new byte[] {'P', 'K', 3, 4, 0, 0}, ErrorKind.NOT_CSV, "ZIP");
    assertError(
        new byte[] {'a', '\n', (byte) 0xff, (byte) 0xff}, ErrorKind.WRONG_ENCODING, "Line 2");
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

    assertThatThrownBy(() -> lines(endless))
        .isInstanceOfSatisfying(
            UploadException.class,
            e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.LINE_TOO_LONG));
  }

  private static void assertError(byte[] file, ErrorKind kind, String text) {
    assertThatThrownBy(() -> lines(file))
        .isInstanceOfSatisfying(
            UploadException.class, e -> assertThat(e.error().kind()).isEqualTo(kind))
        .hasMessageContaining(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> last(byte[] file) throws IOException {
    List<Line> lines = lines(file);
    return lines.get(lines.size() - 1).fields();
  }

  private static List<Line> lines(byte[] file) throws IOException {
    return lines(new ByteArrayInputStream(file));
  }

  private static List<Line> lines(InputStream file) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (CsvRecords records = CsvRecords.open(file, Encoding.AUTO, LONGEST)) {
      for (Line line = records.next(); line != null; line = records.next()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
