package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Bearer tokens that a service started with {@link EmbeddedServices} accepts. */
public final class Tokens {

  private Tokens() {}

  /** A token of a person or service, valid for an hour. */
  public static String of(String subject, String... groups) {
    return valid(subject, Duration.ofHours(1), groups);
  }

  /** A token that expired an hour ago. */
  public static String expired(String subject, String... groups) {
    return valid(subject, Duration.ofHours(-1), groups);
  }

  /** A signed token that names nobody: no {@code sub}, or a useless one. */
  public static String without(@Nullable String subject, String... groups) {
    JwtClaimsBuilder claims =
        Jwt.issuer("daybreak").audience("daybreak").upn("somebody").groups(Set.of(groups));
    if (subject != null) {
      claims.claim("sub", subject);
    }
    return claims.expiresIn(Duration.ofHours(1)).sign(signingKey());
  }

  /** A signed token of whoever the claims say, good for an hour unless they say otherwise. */
  public static String signed(Map<String, Object> claims) {
    return Jwt.claims(claims).sign(signingKey());
  }

  /** A signed token with these very claims, however strange they are spelt. */
  public static String ofJson(String claims) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String head = base64.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    String signed = head + "." + base64.encodeToString(claims.getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signingKey());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + base64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK can sign with RSA", e);
    }
  }

  private static String valid(String subject, Duration lifetime, String... groups) {
    return Jwt.issuer("daybreak")
        .audience("daybreak")
        .subject(subject)
        .upn(subject)
        .groups(Set.of(groups))
        .issuedAt(System.currentTimeMillis() / 1000 - Duration.ofHours(2).toSeconds())
        .expiresAt(System.currentTimeMillis() / 1000 + lifetime.toSeconds())
        .sign(signingKey());
  }

  private static PrivateKey signingKey() {
    String key = ConfigProvider.getConfig().getValue(SigningKeys.PRIVATE_KEY, String.class);
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The test's signing key is unusable", e);
    }
  }
}
