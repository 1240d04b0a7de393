package io.daybreak.kit.textfile;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How a file's letters are written as bytes, by the name that people know. */
public enum Encoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
  /** Of Korean spreadsheets. */
  CP949("CP949", Charset.forName("x-windows-949")),
  /** Of Japanese spreadsheets; with the letters that Windows adds. */
  SHIFT_JIS("Shift_JIS", Charset.forName("windows-31j")),
  EUC_JP("EUC-JP", Charset.forName("EUC-JP")),
  /** Of Western European spreadsheets. */
  WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"));

  private final String label;
  private final Charset charset;

  Encoding(String label, Charset charset) {
    this.label = label;
    this.charset = charset;
  }

  /** The name as people know it. */
  public String label() {
    return label;
  }

  /** A decoder that replaces nothing: what it cannot read is an error. */
  CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  boolean isUnicode() {
    return this == UTF_8 || this == UTF_16LE || this == UTF_16BE;
  }
}
