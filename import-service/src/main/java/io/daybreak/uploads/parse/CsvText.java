package io.daybreak.uploads.parse;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that is on its way to the CSV parser, looked at letter by letter: no NUL, no endless record,
 * no quote that is never closed. What is wrong is known with its line, before the parser fills its
 * memory with it.
 */
final class CsvText extends Reader {

  private final DecodedText text;
  private final int longestRecord;
  private long line = 1;
  private long quoteLine;
  private int recordLength;
  private boolean quoted;

  CsvText(DecodedText text, int longestRecord) {
    this.text = text;
    this.longestRecord = longestRecord;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = text.read(target, offset, length, line);
    if (count < 0) {
      if (quoted) {
        throw new UploadException(ErrorKind.QUOTES_UNBALANCED.with(quoteLine));
      }
      return -1;
    }
    for (int i = offset; i < offset + count; i++) {
      look(target[i]);
    }
    return count;
  }

  private void look(char letter) {
    if (letter == '\n') {
      line++;
      if (!quoted) {
        recordLength = 0;
        return;
      }
    } else if (letter == '"') {
      quoted = !quoted;
      quoteLine = line;
    } else if (letter == 0) {
      throw new UploadException(ErrorKind.NUL_BYTE.with(line));
    }
    if (++recordLength > longestRecord) {
      throw new UploadException(
          quoted
              ? ErrorKind.QUOTES_UNBALANCED.with(quoteLine)
              : ErrorKind.LINE_TOO_LONG.with(line, longestRecord));
    }
  }

  /** The line that is being read, from 1. */
  long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
