package io.daybreak.simulators.sheets.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JWT that a service account signs to get a token. */
record Assertion(JsonObject header, JsonObject claims, byte[] signed, byte[] signature) {

  private static final List<String> SHEETS_SCOPES =
      List.of(
          "https://www.googleapis.com/auth/spreadsheets",
          "https://www.googleapis.com/auth/drive",
          "https://www.googleapis.com/auth/drive.file");

  private static final long HOUR_SECONDS = 3_600;
  private static final long SKEW_SECONDS = 300;

  /** An assertion that Google would not accept, with its words. */
  static final class Invalid extends Exception {
    Invalid(String message) {
      super(message);
    }
  }

  static Assertion parse(String text) throws Invalid {
    String[] parts = text.split("\\.");
    if (parts.length != 3) {
      throw new Invalid("Bad Request");
    }
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      return new Assertion(
          json(decoder.decode(parts[0])),
          json(decoder.decode(parts[1])),
          (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
          decoder.decode(parts[2]));
    } catch (IllegalArgumentException | DecodeException e) {
      throw new Invalid("Bad Request");
    }
  }

  String issuer() {
    return claims.getString("iss", "");
  }

  boolean mayUseSheets() {
    return List.of(claims.getString("scope", "").split(" ")).stream()
        .anyMatch(SHEETS_SCOPES::contains);
  }

  /**
   * @param tokenPath path of the token endpoint, which the audience has to end with
   */
  void verify(Map<String, PublicKey> accounts, Instant now, String tokenPath) throws Invalid {
    PublicKey key = accounts.get(issuer());
    if (key == null) {
      throw new Invalid("Invalid grant: account not found");
    }
    if (!"RS256".equals(header.getString("alg")) || !isSignedWith(key)) {
      throw new Invalid("Invalid JWT Signature.");
    }
    if (!claims.getString("aud", "").endsWith(tokenPath)) {
      throw new Invalid("Invalid JWT: the audience is not this server.");
    }
    long issuedAt = seconds("iat");
    long expires = seconds("exp");
    if (expires - issuedAt > HOUR_SECONDS
        || issuedAt > now.getEpochSecond() + SKEW_SECONDS
        || expires < now.getEpochSecond() - SKEW_SECONDS) {
      throw new Invalid(
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.");
    }
  }

  private boolean isSignedWith(PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private long seconds(String claim) throws Invalid {
    @Nullable Object value = claims.getValue(claim);
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new Invalid("Required parameter is missing: " + claim);
  }

  private static JsonObject json(byte[] bytes) {
    return new JsonObject(new String(bytes, StandardCharsets.UTF_8));
  }
}
