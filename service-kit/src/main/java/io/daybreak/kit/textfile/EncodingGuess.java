package io.daybreak.kit.textfile;

import io.daybreak.kit.textfile.TextFault.Code;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out in which encoding a file's first piece with other letters than ASCII is. UTF-8 is it if
 * it is valid; of the others the one whose text people write. Where several are as good, a detector
 * by letter frequency decides; where it names none of them, the file is refused.
 */
final class EncodingGuess {

  private static final List<Encoding> OLD_ONES =
      List.of(Encoding.CP949, Encoding.SHIFT_JIS, Encoding.EUC_JP, Encoding.WINDOWS_1252);

  /** So much better than the next one that there is no doubt. */
  private static final double LEAD = 0.15;

  /** Valid sequences of UTF-8 for each broken one: then it is UTF-8, and damaged. */
  private static final int SOUND_FOR_EACH_BROKEN = 4;

  private record Candidate(Encoding encoding, double share) {}

  private EncodingGuess() {}

  /**
   * @param whole whether the piece is the file's end, so that no letter goes on after it
   * @param before the letter before the piece
   * @param line where the piece begins, for the refusal
   * @throws TextFaultException if it is of none, or of several alike
   */
  static Encoding of(ByteBuffer piece, boolean whole, char before, long line) {
    if (isValid(Encoding.UTF_8, piece, whole)) {
      return Encoding.UTF_8;
    }
    if (isDamagedUtf8(piece)) {
      return Encoding.UTF_8; // the decoder will say where
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Encoding encoding : OLD_ONES) {
      double share = share(encoding, piece, whole, before);
      if (share >= Plausibility.ENOUGH) {
        candidates.add(new Candidate(encoding, share));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::share).reversed());
    if (candidates.isEmpty()) {
      throw new TextFaultException(Code.ENCODING_UNCLEAR, line, "");
    }
    if (candidates.size() == 1 || candidates.get(0).share() - candidates.get(1).share() >= LEAD) {
      return candidates.get(0).encoding();
    }
    return detected(candidates, piece, line);
  }

  private static Encoding detected(List<Candidate> candidates, ByteBuffer piece, long line) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    detector.dataEnd();
    String named = detector.getDetectedCharset();
    for (Candidate candidate : candidates) {
      if (named != null && isNamed(candidate.encoding(), named)) {
        return candidate.encoding();
      }
    }
    throw new TextFaultException(
        Code.ENCODING_UNCLEAR,
        line,
        candidates.stream().map(c -> c.encoding().label()).collect(Collectors.joining(", ")));
  }

  private static boolean isNamed(Encoding encoding, String detected) {
    return switch (encoding) {
      case CP949 -> detected.equals("EUC-KR");
      case SHIFT_JIS -> detected.equals("SHIFT_JIS");
      default -> detected.equalsIgnoreCase(encoding.label());
    };
  }

  private static boolean isValid(Encoding encoding, ByteBuffer piece, boolean whole) {
    CharBuffer text = CharBuffer.allocate(piece.remaining() + 1);
    return !decode(encoding, piece, whole, text);
  }

  /** How plausible the piece is in an encoding; 0 if it is not valid in it. */
  private static double share(Encoding encoding, ByteBuffer piece, boolean whole, char before) {
    CharBuffer text = CharBuffer.allocate(piece.remaining() + 1);
    if (decode(encoding, piece, whole, text)) {
      return 0;
    }
    Plausibility plausibility = new Plausibility(encoding, before);
    plausibility.look(text.array(), 0, text.position());
    return plausibility.share();
  }

  /** True if it fails. */
  private static boolean decode(
      Encoding encoding, ByteBuffer piece, boolean whole, CharBuffer text) {
    CharsetDecoder decoder = encoding.decoder();
    return decoder.decode(piece.duplicate(), text, whole).isError();
  }

  /** A file in UTF-8 that was cut or mended badly has few broken sequences among sound ones. */
  private static boolean isDamagedUtf8(ByteBuffer piece) {
    int sound = 0;
    int broken = 0;
    int i = piece.position();
    while (i < piece.limit()) {
      int lead = piece.get(i) & 0xff;
      int length =
          lead < 0x80
              ? 1
              : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
      int follow = 1;
      while (follow < length
          && i + follow < piece.limit()
          && (piece.get(i + follow) & 0xC0) == 0x80) {
        follow++;
      }
      if (length > 1 && follow == length) {
        sound += length - 1;
      } else if (length != 1 && i + follow < piece.limit()) {
        broken++;
      }
      i += Math.max(1, length == 0 ? 1 : follow);
    }
    return sound >= SOUND_FOR_EACH_BROKEN * Math.max(1, broken);
  }
}
