package io.daybreak.imports.naver;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.ZipInputStream;

/**
 * A report's lines, whether NAVER packed them or not: it is asked for a zip, and the first bytes
 * say whether it is one. Lines begin with a date or a number, never as a zip does.
 */
final class Unzipped {

  private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

  private Unzipped() {}

  /** The content, unpacked while it is read. */
  static InputStream of(InputStream body) throws IOException {
    PushbackInputStream again = new PushbackInputStream(body, SIGNATURE.length);
    byte[] first = again.readNBytes(SIGNATURE.length);
    again.unread(first);
    if (!Arrays.equals(first, SIGNATURE)) {
      return again;
    }
    ZipInputStream zip = new ZipInputStream(again);
    zip.getNextEntry();
    return zip;
  }
}
