package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** What nobody sends who means well, in the spelling of each place that it is sent to. */
final class HostileValues {

  private static final int LONG = 100_000;

  private static final int DEEP = 20_000;

  /** What any text may be. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "  x  ",
          "x".repeat(300),
          "한".repeat(3000),
          "😀",
          "\u202Eevil",
          "\uFEFFx",
          "\uFFFF",
          "../../../../etc/passwd",
          "..\\..\\x",
          "' or 1=1 --",
          "%",
          "_%\\",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "not-a-uuid",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "2026-02-30",
          "0000-00-00",
          "0000-01-01",
          "-999999999-01-01",
          "+999999999-12-31",
          "99999-01-01",
          "2026-11-01T25:61:61Z",
          "-999999999-01-01T00:00:00+18:00",
          "P9999999999D",
          "0",
          "-1",
          "1.5",
          "NaN",
          "Infinity",
          "1e400",
          "1e999999999",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "9".repeat(2000),
          "true",
          "null",
          "[]",
          "{}",
          "*",
          "a@example.com\r\nBcc: b@example.com",
          "a".repeat(400) + "@example.com");

  /** Texts with characters that no text has: controls, and halves of characters. */
  private static final List<String> BROKEN =
      List.of(
          "\0", "a\0b", "\u0001", "\u0008", "\u001B[31m", "\u007F", "\u0085", "\uD800", "a\uDC00b");

  /** In an address, bytes that are no UTF-8, and signs that encode nothing. */
  private static final List<String> IN_ADDRESS =
      List.of(
          "%00",
          "a%00b",
          "%0d%0aX:%20y",
          "%1b",
          "%7f",
          "%c2%85",
          "%ff",
          "%c3%28",
          "%c0%ae%c0%ae",
          "%ed%a0%80",
          "%f4%90%80%80",
          "%",
          "%zz",
          "%2e%2e%2f%2e%2e",
          "%252e%252e",
          "..;/x",
          ";a=b",
          "x".repeat(3000),
          "x".repeat(LONG));

  /** Written into a body of JSON where a value is due. */
  private static final List<String> LITERALS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0",
          "1.5",
          "1e400",
          "-1e400",
          "1e999999999",
          "1e-999999999",
          "2147483648",
          "-9223372036854775809",
          "18446744073709551616",
          "9".repeat(900),
          "9".repeat(5000),
          "NaN",
          "Infinity",
          "0x10",
          "01",
          "'x'",
          "[]",
          "{}",
          "[null]",
          "[[[]]]",
          "[1,\"x\",{}]",
          "{\"a\":{\"b\":1}}",
          "{\"\":\"\"}",
          "{\"\\u0000\":1}",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\u0001\"",
          "\"\\u007f\"",
          "\"\\ud800\"",
          "\"a\\udc00b\"",
          "\"\\x\"",
          "\"raw \u0001 control\"",
          "",
          "\"" + "x".repeat(LONG) + "\"",
          "[" + "\"x\",".repeat(5000) + "\"x\"]",
          "[".repeat(DEEP) + "]".repeat(DEEP),
          "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));

  /** Sent as a whole where a body of JSON is due. */
  private static final List<String> DOCUMENTS =
      List.of(
          "",
          " ",
          "null",
          "true",
          "1",
          "1e400",
          "\"x\"",
          "[]",
          "{}",
          "[{}]",
          "{",
          "{}{}",
          "{}x",
          "{\"\\u0000\":\"\\u0000\"}",
          "{\"__proto__\":{\"x\":1}}",
          "/* x */{}",
          "\uFEFF{}",
          "\0",
          "[".repeat(DEEP),
          "{\"a\":".repeat(DEEP),
          "\"" + "x".repeat(LONG));

  private static final List<String> ALL_TEXTS = makeTexts();
  private static final List<String> ALL_IN_ADDRESS = makeInAddress();
  private static final List<String> ALL_IN_HEADER = makeInHeader();
  private static final List<String> ALL_LITERALS = makeLiterals();
  private static final List<byte[]> ALL_DOCUMENTS = makeDocuments();

  private HostileValues() {}

  /** Texts for claims and parts of forms; those with broken characters too. */
  static List<String> texts() {
    return ALL_TEXTS;
  }

  private static List<String> makeTexts() {
    List<String> texts = new ArrayList<>(TEXTS);
    texts.addAll(BROKEN);
    texts.add("x".repeat(LONG));
    return texts;
  }

  /** For a path or a query: percent-encoded, or broken in the encoding. */
  static List<String> inAddress() {
    return ALL_IN_ADDRESS;
  }

  private static List<String> makeInAddress() {
    List<String> encoded = new ArrayList<>(IN_ADDRESS);
    TEXTS.forEach(text -> encoded.add(encode(text)));
    return encoded;
  }

  /** For a header; each character is a byte. */
  static List<String> inHeader() {
    return ALL_IN_HEADER;
  }

  private static List<String> makeInHeader() {
    List<String> values = new ArrayList<>();
    TEXTS.stream()
        .filter(text -> text.indexOf('\n') < 0)
        .forEach(
            text ->
                values.add(
                    new String(
                        text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1)));
    values.addAll(
        List.of(
            "\0",
            "a\0b",
            "a\u0001b",
            "a\u001Bb",
            "a\u007Fb",
            "a\u0085b",
            "a\u00FFb",
            "a\tb",
            ",,,,",
            "a;q=1e400",
            "x".repeat(3000),
            "x".repeat(LONG)));
    return values;
  }

  static List<String> literals() {
    return ALL_LITERALS;
  }

  private static List<String> makeLiterals() {
    List<String> literals = new ArrayList<>(LITERALS);
    TEXTS.forEach(text -> literals.add(quoted(text)));
    return literals;
  }

  /** Whole bodies, some of which are no UTF-8. */
  static List<byte[]> documents() {
    return ALL_DOCUMENTS;
  }

  private static List<byte[]> makeDocuments() {
    List<byte[]> documents = new ArrayList<>();
    DOCUMENTS.forEach(text -> documents.add(text.getBytes(UTF_8)));
    documents.add(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});
    documents.add(new byte[] {'"', (byte) 0xC3, '(', '"'});
    documents.add(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{', 0, '}'});
    documents.add("{\"a\":\"\u00e9\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16));
    return documents;
  }

  /** Each byte but letters and digits as {@code %XX}. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(UTF_8)) {
      char c = (char) (each & 0xFF);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }

  /** As a JSON string, with nothing but its own quoting. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
