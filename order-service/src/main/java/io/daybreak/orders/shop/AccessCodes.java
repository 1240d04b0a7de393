package io.daybreak.orders.shop;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The public codes that the shops' pages send along: 26 letters and digits, 130 random bits. */
public final class AccessCodes {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;
  private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{" + LENGTH + "}");

  private AccessCodes() {}

  static String next() {
    // made here, not in a field: a native image must not carry a seeded generator
    return new SecureRandom()
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .reduce("", String::concat);
  }

  public static boolean wellFormed(String code) {
    return SHAPE.matcher(code).matches();
  }
}
