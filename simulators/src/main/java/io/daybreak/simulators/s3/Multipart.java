package io.daybreak.simulators.s3;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An upload in parts that was begun. */
final class Multipart {

  /** All parts but the last have at least this many bytes. */
  private static final long SMALLEST_PART = 5L * 1024 * 1024;

  /** A part that was sent. */
  record Part(Path file, long bytes, byte[] md5) {
    String eTag() {
      return HexFormat.of().formatHex(md5);
    }
  }

  /** A part as the completion names it. */
  record Named(int number, String eTag) {}

  private final String bucket;
  private final String key;
  private final String contentType;
  private final Map<String, String> metadata;
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  Multipart(String bucket, String key, String contentType, Map<String, String> metadata) {
    this.bucket = bucket;
    this.key = key;
    this.contentType = contentType;
    this.metadata = metadata;
  }

  String bucket() {
    return bucket;
  }

  String key() {
    return key;
  }

  synchronized void put(int number, Part part) {
    parts.put(number, part);
  }

  /** The object that the named parts make. */
  synchronized S3Object complete(List<Named> named, Instant now) {
    List<Path> files = new ArrayList<>();
    MessageDigest digest = Md5.digest();
    long bytes = 0;
    for (int i = 0; i < named.size(); i++) {
      Part part = parts.get(named.get(i).number());
      if (part == null || !part.eTag().equals(named.get(i).eTag())) {
        throw new S3Refusal(
            400, "InvalidPart", "One or more of the specified parts could not be found.");
      }
      if (i > 0 && named.get(i).number() <= named.get(i - 1).number()) {
        throw new S3Refusal(
            400, "InvalidPartOrder", "The list of parts was not in ascending order.");
      }
      if (i < named.size() - 1 && part.bytes() < SMALLEST_PART) {
        throw new S3Refusal(
            400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
      }
      files.add(part.file());
      digest.update(part.md5());
      bytes += part.bytes();
    }
    if (files.isEmpty()) {
      throw new S3Refusal(400, "MalformedXML", "You must specify at least one part");
    }
    String eTag = HexFormat.of().formatHex(digest.digest()) + "-" + files.size();
    return new S3Object(files, bytes, eTag, contentType, metadata, now);
  }
}
