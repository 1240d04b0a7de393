package io.daybreak.kit.textfile;

import io.daybreak.kit.textfile.TextFault.Code;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines and cells as a stream: the memory it takes does not grow with the file. Quotes
 * are those of RFC 4180; a quote within a cell that does not begin with one is a letter (an inch
 * mark). Lines end in CR, LF or both, and are counted as an editor does; within a cell they all
 * become LF. Lines without anything to be seen in them are none; cells that are blank and further
 * to the right than the first line with content is wide are left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class TextFile implements Closeable {

  private static final int MOST_CELLS = 16_384;
  private static final int BUFFER = 64 * 1024;
  private static final int END = -1;

  /**
   * What is known of a file beforehand.
   *
   * @param encoding null to find it out; a byte order mark is stronger
   * @param separator null to find it out
   * @param longestLine most characters of a line with its cells, at least 1
   */
  public record Options(
      @Nullable Encoding encoding, @Nullable Separator separator, int longestLine) {}

  /** A line and its number, from 1; with line breaks in cells that of its first line. */
  public record Line(long number, List<String> cells) {}

  private final DecodedText text;
  private final Separator separator;
  private final char between;
  private final int longestLine;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int limit;
  private boolean ended;
  private long line = 1;
  private int length;
  private int width = -1;
  private int usualCells = 8;

  private TextFile(DecodedText text, Options options) throws IOException {
    this.text = text;
    this.longestLine = options.longestLine();
    readBeginning();
    Separator named = separatorLine();
    this.separator =
        options.separator() != null
            ? options.separator()
            : named != null ? named : Separator.of(buffer, limit, ended);
    this.between = separator.letter();
  }

  /**
   * Begins to read; closing it closes the stream.
   *
   * @throws TextFaultException if the beginning is not that of such a file
   */
  public static TextFile open(InputStream in, Options options) throws IOException {
    return new TextFile(new DecodedText(in, options.encoding()), options);
  }

  /** The encoding; final once {@link #next} has answered null. */
  public Encoding encoding() {
    return text.encoding();
  }

  public Separator separator() {
    return separator;
  }

  /**
   * The next line with content, or null at the end.
   *
   * @throws TextFaultException if the text cannot be read on
   * @throws IOException if the bytes stop coming
   */
  public @Nullable Line next() throws IOException {
    while (peek() != END) {
      long number = line;
      List<String> cells = cells();
      if (!isBlank(cells)) {
        return new Line(number, trimmed(cells));
      }
    }
    return null;
  }

  private List<String> cells() throws IOException {
    List<String> cells = new ArrayList<>(usualCells);
    length = 0;
    int next;
    do {
      if (cells.size() == MOST_CELLS) {
        throw new TextFaultException(Code.TOO_MANY_CELLS, line, Integer.toString(MOST_CELLS));
      }
      cells.add(peek() == '"' ? quoted() : plain());
      next = peek();
      if (next == between) {
        position++;
        length++;
      }
    } while (next == between);
    if (next != END) {
      endLine();
    }
    usualCells = Math.max(1, cells.size());
    return cells;
  }

  private String plain() throws IOException {
    @Nullable StringBuilder before = null;
    while (true) {
      int i = position;
      while (i < limit && !endsPlain(buffer[i])) {
        i++;
      }
      grow(i - position, line, false);
      boolean whole = i < limit || ended;
      if (before == null && whole) {
        String cell = new String(buffer, position, i - position);
        position = i;
        return checked(cell);
      }
      before = before == null ? new StringBuilder() : before;
      before.append(buffer, position, i - position);
      position = i;
      if (whole || peek() == END || endsPlain(buffer[position])) {
        return checked(before.toString());
      }
    }
  }

  private boolean endsPlain(char c) {
    return c == between || c == '\n' || c == '\r';
  }

  private String quoted() throws IOException {
    long opened = line;
    StringBuilder cell = new StringBuilder();
    position++;
    while (true) {
      int next = peek();
      if (next == END) {
        throw new TextFaultException(Code.QUOTES, opened, "");
      }
      if (next == '"') {
        position++;
        int after = peek();
        if (after != '"') {
          if (after != END && !endsPlain((char) after)) {
            throw new TextFaultException(Code.QUOTES, opened, "");
          }
          return checked(cell.toString());
        }
        cell.append('"');
        position++;
        grow(2, opened, true);
      } else if (next == '\n' || next == '\r') {
        endLine();
        cell.append('\n');
        grow(1, opened, true);
      } else {
        int i = position;
        while (i < limit && buffer[i] != '"' && buffer[i] != '\n' && buffer[i] != '\r') {
          i++;
        }
        grow(i - position, opened, true);
        cell.append(buffer, position, i - position);
        position = i;
      }
    }
  }

  private String checked(String cell) {
    boolean plain = true;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == 0) {
        throw new TextFaultException(Code.NUL, line, "");
      }
      if (c == 0xFFFD) {
        throw new TextFaultException(Code.LETTERS_LOST, line, "U+FFFD");
      }
      plain &= c < 0x300;
    }
    return plain ? cell : Unseen.composed(cell);
  }

  private void grow(int letters, long begun, boolean quoted) {
    length += letters;
    if (length > longestLine) {
      throw quoted
          ? new TextFaultException(Code.QUOTES, begun, "")
          : new TextFaultException(Code.LINE_TOO_LONG, begun, Integer.toString(longestLine));
    }
  }

  /** CR, LF and both are one line end. */
  private void endLine() throws IOException {
    boolean carriageReturn = buffer[position++] == '\r';
    line++;
    if (carriageReturn && peek() == '\n') {
      position++;
    }
  }

  private int peek() throws IOException {
    if (position == limit && !fill()) {
      return END;
    }
    return buffer[position];
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    int count = text.read(buffer, 0, BUFFER, line);
    ended = count < 0;
    position = 0;
    limit = Math.max(count, 0);
    return !ended;
  }

  /** As much as it takes to see how the lines are divided. */
  private void readBeginning() throws IOException {
    while (!ended && limit < BUFFER - 1) {
      int count = text.read(buffer, limit, BUFFER - limit, 1 + lineEnds());
      ended = count < 0;
      limit += Math.max(count, 0);
    }
  }

  private long lineEnds() {
    long ends = 0;
    for (int i = 0; i < limit; i++) {
      boolean pair = buffer[i] == '\r' && i + 1 < limit && buffer[i + 1] == '\n';
      ends += !pair && (buffer[i] == '\n' || buffer[i] == '\r') ? 1 : 0;
    }
    return ends;
  }

  /** Excel's own hint, {@code sep=;} in the first line, is no content. */
  private @Nullable Separator separatorLine() throws IOException {
    String beginning = new String(buffer, 0, Math.min(limit, 6));
    if (!beginning.matches("(?is)sep=[,;\t][\r\n].*|sep=[,;\t]")) {
      return null;
    }
    position = 5;
    if (peek() != END) {
      endLine();
    }
    return Arrays.stream(Separator.values())
        .filter(candidate -> candidate.letter() == beginning.charAt(4))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isBlank(List<String> cells) {
    for (String cell : cells) {
      if (!Unseen.isBlank(cell)) {
        return false;
      }
    }
    return true;
  }

  /** The first line with content is as wide as its last visible cell. */
  private List<String> trimmed(List<String> cells) {
    int end = cells.size();
    while (end > Math.max(width, 1) && Unseen.isBlank(cells.get(end - 1))) {
      end--;
    }
    if (width < 0) {
      width = end;
    }
    return end == cells.size() ? cells : cells.subList(0, end);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
