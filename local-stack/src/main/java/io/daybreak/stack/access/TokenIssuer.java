package io.daybreak.stack.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Issues bearer tokens (RFC 7519, RS256) under its own key, as an identity provider does. */
public final class TokenIssuer {

  /** The {@code iss} of every token, as the services expect it. */
  public static final String ISSUER = "daybreak";

  private static final Duration LIFETIME = Duration.ofDays(1);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair key;
  private final Clock clock;

  public TokenIssuer(KeyPair key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** A signed token of the person, good for a day. */
  public String tokenFor(Person person) {
    Instant now = clock.instant();
    String content =
        part(Map.of("alg", "RS256", "typ", "JWT"))
            + "."
            + part(
                Map.of(
                    "iss", ISSUER,
                    "sub", person.subject(),
                    "upn", person.subject(),
                    "groups", person.groups(),
                    "iat", now.getEpochSecond(),
                    "exp", now.plus(LIFETIME).getEpochSecond(),
                    "jti", UUID.randomUUID().toString()));
    return content + "." + BASE64.encodeToString(signature(content));
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
