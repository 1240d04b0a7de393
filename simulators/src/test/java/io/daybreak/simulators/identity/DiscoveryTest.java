package io.daybreak.simulators.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private final Asking asking = new Asking();

  @AfterEach
  void stop() {
    asking.close();
  }

  @Test
  void whatIsFoundOutIsThere() {
    JsonObject found = json("/.well-known/openid-configuration");

    assertThat(found.getString("issuer")).isEqualTo("daybreak");
    assertThat(found.getString("token_endpoint")).isEqualTo(asking.provider.url() + "/token");
    assertThat(found.getJsonArray("code_challenge_methods_supported")).containsExactly("S256");
  }

  @Test
  void theKeyOfTheTokensIsPublished() throws Exception {
    String token = asking.tokens("marketer").getString("id_token");
    String[] parts = token.split("\\.");

    JsonObject key = json("/jwks").getJsonArray("keys").getJsonObject(0);

    var header = new JsonObject(new String(decoded(parts[0]), StandardCharsets.UTF_8));
    assertThat(header.getString("kid")).isEqualTo(key.getString("kid"));
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(publicKey(key));
    verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(verifier.verify(decoded(parts[2]))).isTrue();
  }

  private JsonObject json(String path) {
    return new JsonObject(asking.send(asking.to(path)).body());
  }

  private static PublicKey publicKey(JsonObject key) throws Exception {
    var modulus = new BigInteger(1, decoded(key.getString("n")));
    var exponent = new BigInteger(1, decoded(key.getString("e")));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
