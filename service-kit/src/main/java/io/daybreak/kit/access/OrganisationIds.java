package io.daybreak.kit.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of organisations that every service must come to by itself, since no service reads another's
 * tables. They name; they protect nothing, so a short hash will do.
 */
final class OrganisationIds {

  private OrganisationIds() {}

  /** The organisation of one person; in SQL {@code organisation_of_one(subject)}. */
  static UUID ofOne(String subject) {
    return of("person:" + subject);
  }

  private static UUID of(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
      BigInteger bits = new BigInteger(1, hash);
      return new UUID(bits.shiftRight(64).longValue(), bits.longValue());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
