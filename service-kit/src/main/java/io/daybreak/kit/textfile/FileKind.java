package io.daybreak.kit.textfile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Files that people take for CSV, told by their beginning. */
final class FileKind {

  private FileKind() {}

  /** The name of another kind of file, if the bytes are its beginning. */
  static Optional<String> of(byte[] bytes, int length) {
    if (begins(bytes, length, 'P', 'K', 3, 4)) {
      return Optional.of(zip(bytes, length));
    }
    if (begins(bytes, length, 'P', 'K', 5, 6)) {
      return Optional.of("ZIP (empty)");
    }
    if (begins(bytes, length, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Optional.of("an Excel workbook (.xls)");
    }
    if (begins(bytes, length, 0x1F, 0x8B)) {
      return Optional.of("GZIP");
    }
    if (begins(bytes, length, '%', 'P', 'D', 'F')) {
      return Optional.of("PDF");
    }
    if (begins(bytes, length, 'P', 'A', 'R', '1')) {
      return Optional.of("Parquet");
    }
    if (begins(bytes, length, 0x89, 'P', 'N', 'G') || begins(bytes, length, 0xFF, 0xD8, 0xFF)) {
      return Optional.of("a picture");
    }
    if (begins(bytes, length, 0xFF, 0xFE, 0, 0) || begins(bytes, length, 0, 0, 0xFE, 0xFF)) {
      return Optional.of("text in UTF-32");
    }
    return markup(bytes, length);
  }

  /** An archive's first entries tell which program wrote it. */
  private static String zip(byte[] bytes, int length) {
    String beginning = text(bytes, Math.min(length, 64 * 1024));
    if (beginning.contains("application/vnd.oasis.opendocument")) {
      return "an OpenDocument spreadsheet (.ods)";
    }
    if (beginning.contains("[Content_Types].xml")
        || beginning.contains("xl/")
        || beginning.contains("_rels/")) {
      return "an Excel workbook (.xlsx)";
    }
    if (beginning.contains("Index/") || beginning.contains(".iwa")) {
      return "a Numbers spreadsheet";
    }
    return "ZIP/XLSX";
  }

  private static Optional<String> markup(byte[] bytes, int length) {
    String beginning =
        text(bytes, Math.min(length, 256)).replace("ï»¿", "").strip().toLowerCase(Locale.ROOT);
    if (beginning.startsWith("<!doctype html")
        || beginning.startsWith("<html")
        || beginning.startsWith("<table")) {
      return Optional.of("HTML");
    }
    return beginning.startsWith("<?xml") ? Optional.of("XML") : Optional.empty();
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean begins(byte[] bytes, int length, int... signature) {
    if (length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
