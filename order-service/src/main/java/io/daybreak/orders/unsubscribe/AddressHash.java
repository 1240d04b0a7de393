package io.daybreak.orders.unsubscribe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an e-mail address where the address itself must not be kept: a customer's wish for no
 * more mail, and the count of mails they had, outlive the erasure of their data.
 */
public final class AddressHash {

  private AddressHash() {}

  /** SHA-256 of the address without regard to case, in hex; null for no address. */
  public static @Nullable String of(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    byte[] text = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
