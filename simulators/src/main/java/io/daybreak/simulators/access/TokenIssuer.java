package io.daybreak.simulators.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Issues bearer tokens (RFC 7519, RS256) under its own key, as an identity provider does. */
public final class TokenIssuer {

  /** The {@code iss} of every token, as the services expect it. */
  public static final String ISSUER = "daybreak";

  /** The {@code aud} of every access token: what it is meant for. */
  public static final String AUDIENCE = "daybreak";

  private static final Duration LIFETIME = Duration.ofDays(1);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair key;
  private final Clock clock;
  private final String keyId;

  public TokenIssuer(KeyPair key, Clock clock) {
    this.key = key;
    this.clock = clock;
    this.keyId = hash(key.getPublic().getEncoded());
  }

  /** A signed token of the person, good for a day. */
  public String tokenFor(Person person) {
    return tokenFor(person, LIFETIME, Map.of());
  }

  /** A signed token of the person with some claims more. */
  public String tokenFor(Person person, Duration lifetime, Map<String, ?> more) {
    Map<String, Object> claims = new LinkedHashMap<>(more);
    claims.put("aud", AUDIENCE);
    claims.put("upn", person.subject());
    claims.put("groups", person.groups());
    claims.put("jti", UUID.randomUUID().toString());
    return signed(person, lifetime, claims);
  }

  /** Any claims about the person, signed: issuer, subject and times are added. */
  public String signed(Person person, Duration lifetime, Map<String, ?> more) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>(more);
    claims.put("iss", ISSUER);
    claims.put("sub", person.subject());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(lifetime).getEpochSecond());
    String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId)) + "." + part(claims);
    return content + "." + BASE64.encodeToString(signature(content));
  }

  /** The claims of a token that was signed here, even if it has ended since. */
  public Optional<JsonObject> claimsOf(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key.getPublic());
      verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(decoded(parts[2])) && "RS256".equals(json(parts[0]).getString("alg"))
          ? Optional.of(json(parts[1]))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | DecodeException e) {
      return Optional.empty();
    }
  }

  /** What others verify tokens with. */
  public RSAPublicKey publicKey() {
    return (RSAPublicKey) key.getPublic();
  }

  /** The {@code kid} in the header of every token. */
  public String keyId() {
    return keyId;
  }

  /** Writes the public key as PEM, for the services to verify tokens with. */
  public Path writePublicKey(Path file) throws IOException {
    return Files.writeString(
        file, Pem.encode("PUBLIC KEY", key.getPublic().getEncoded()), StandardCharsets.US_ASCII);
  }

  private static String part(Map<String, ?> content) {
    try {
      return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers are always JSON", e);
    }
  }

  private static JsonObject json(String part) {
    return new JsonObject(new String(decoded(part), StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private static String hash(byte[] bytes) {
    try {
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private byte[] signature(String content) {
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key.getPrivate());
      signer.update(content.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform signs with RSA", e);
    }
  }
}
