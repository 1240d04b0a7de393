package io.daybreak.simulators.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What S3's entity tags are made of. */
final class Md5 {

  private Md5() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
