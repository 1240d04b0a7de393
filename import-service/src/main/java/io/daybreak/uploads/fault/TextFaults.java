package io.daybreak.uploads.fault;

import io.daybreak.kit.textfile.TextFault;

/** What is wrong with a file as text, in the words of uploads. */
public final class TextFaults {

  private TextFaults() {}

  public static UploadError of(TextFault fault) {
    long line = fault.line();
    String detail = fault.detail();
    return switch (fault.code()) {
      case NOT_TEXT -> ErrorKind.NOT_CSV.with(detail);
      case ENCODING_WRONG -> ErrorKind.WRONG_ENCODING.with(line, detail);
      case ENCODING_UNCLEAR ->
          ErrorKind.ENCODING_UNCLEAR.with(line, detail.isEmpty() ? "-" : detail);
      case LETTERS_LOST -> ErrorKind.LETTERS_LOST.with(line);
      case NUL -> ErrorKind.NUL_BYTE.with(line);
      case LINE_TOO_LONG -> ErrorKind.LINE_TOO_LONG.with(line, detail);
      case TOO_MANY_CELLS -> ErrorKind.TOO_MANY_COLUMNS.with(line, detail);
      case QUOTES -> ErrorKind.QUOTES_UNBALANCED.with(line);
    };
  }
}
