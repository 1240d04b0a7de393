package io.daybreak.uploads.warehouse;

/** An object in S3. */
public record Target(String bucket, String key) {

  private static final String SCHEME = "s3://";

  /** Reads {@code s3://bucket/key}. */
  public static Target of(String uri) {
    if (!uri.startsWith(SCHEME) || uri.indexOf('/', SCHEME.length()) < 0) {
      throw new IllegalArgumentException("An object's address is s3://bucket/key");
    }
    int slash = uri.indexOf('/', SCHEME.length());
    return new Target(uri.substring(SCHEME.length(), slash), uri.substring(slash + 1));
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
