package io.daybreak.simulators.s3;

import io.daybreak.simulators.kernel.Call;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it was before the SDK packed it into {@code aws-chunked}, with its
 * checksum verified.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">AWS
 *     on chunked bodies with trailers</a>
 */
final class SentBody {

  private static final String CRC32_HEADER = "x-amz-checksum-crc32";

  private SentBody() {}

  static Buffer of(Call call) {
    @Nullable String encoding = call.header("Content-Encoding");
    if (encoding == null || !encoding.contains("aws-chunked")) {
      verify(call.body(), call.header(CRC32_HEADER));
      return call.body();
    }
    Buffer packed = call.body();
    Buffer body = Buffer.buffer(packed.length());
    int position = 0;
    while (true) {
      String head = line(packed, position);
      position += head.length() + 2;
      int size = Integer.parseInt(head.split(";")[0], 16);
      if (size == 0) {
        verify(body, trailer(packed, position));
        verifyLength(body, call.header("x-amz-decoded-content-length"));
        return body;
      }
      body.appendBuffer(packed, position, size);
      position += size + 2;
    }
  }

  private static @Nullable String trailer(Buffer packed, int from) {
    int position = from;
    while (position < packed.length()) {
      String line = line(packed, position);
      if (line.startsWith(CRC32_HEADER + ":")) {
        return line.substring(CRC32_HEADER.length() + 1).strip();
      }
      position += line.length() + 2;
    }
    return null;
  }

  private static String line(Buffer packed, int from) {
    int end = from;
    while (end + 1 < packed.length()
        && !(packed.getByte(end) == '\r' && packed.getByte(end + 1) == '\n')) {
      end++;
    }
    return packed.getString(from, end, StandardCharsets.US_ASCII.name());
  }

  private static void verify(Buffer body, @Nullable String checksum) {
    if (checksum == null) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(body.getBytes());
    byte[] found = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    if (!Base64.getEncoder().encodeToString(found).equals(checksum)) {
      throw new S3Refusal(400, "BadDigest", "The CRC32 you specified did not match what we got.");
    }
  }

  private static void verifyLength(Buffer body, @Nullable String length) {
    if (length != null && Long.parseLong(length) != body.length()) {
      throw new S3Refusal(400, "IncompleteBody", "The body is not as long as announced.");
    }
  }
}
