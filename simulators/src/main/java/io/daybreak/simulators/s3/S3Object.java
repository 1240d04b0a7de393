package io.daybreak.simulators.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A stored object, kept as the files it was sent in.
 *
 * @param metadata what was sent as {@code x-amz-meta-…}, by the rest of the name
 */
public record S3Object(
    List<Path> parts,
    long bytes,
    String eTag,
    String contentType,
    Map<String, String> metadata,
    Instant modifiedAt) {

  public S3Object {
    parts = List.copyOf(parts);
    metadata = Map.copyOf(metadata);
  }

  /** The whole content; only for objects that are small. */
  public byte[] content() {
    byte[] content = new byte[Math.toIntExact(bytes)];
    int position = 0;
    try {
      for (Path part : parts) {
        byte[] piece = Files.readAllBytes(part);
        System.arraycopy(piece, 0, content, position, piece.length);
        position += piece.length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }
}
