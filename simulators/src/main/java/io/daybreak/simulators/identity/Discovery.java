package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * What applications find out by themselves: the endpoints and the key. The issuer is the name that
 * all services know, not an address.
 */
final class Discovery {

  private Discovery() {}

  /** {@code /.well-known/openid-configuration}. */
  static Answer configuration(String baseUrl) {
    return Answer.json(
        200,
        new JsonObject()
            .put("issuer", TokenIssuer.ISSUER)
            .put("authorization_endpoint", baseUrl + "/authorize")
            .put("token_endpoint", baseUrl + "/token")
            .put("userinfo_endpoint", baseUrl + "/userinfo")
            .put("jwks_uri", baseUrl + "/jwks")
            .put("end_session_endpoint", baseUrl + "/logout")
            .put("response_types_supported", array("code"))
            .put("response_modes_supported", array("query"))
            .put("grant_types_supported", array("authorization_code", "refresh_token"))
            .put("subject_types_supported", array("public"))
            .put("id_token_signing_alg_values_supported", array("RS256"))
            .put("scopes_supported", array("openid", "profile", "offline_access"))
            .put(
                "token_endpoint_auth_methods_supported",
                array("client_secret_basic", "client_secret_post"))
            .put("code_challenge_methods_supported", array("S256"))
            .put("ui_locales_supported", array("en", "ko"))
            .put(
                "claims_supported",
                array("sub", "name", "preferred_username", "locale", "groups", "sid")));
  }

  /** {@code /jwks}: the public key (RFC 7517). */
  static Answer keys(TokenIssuer issuer) {
    RSAPublicKey key = issuer.publicKey();
    return Answer.json(
        200,
        new JsonObject()
            .put(
                "keys",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("kty", "RSA")
                            .put("use", "sig")
                            .put("alg", "RS256")
                            .put("kid", issuer.keyId())
                            .put("n", unsigned(key.getModulus()))
                            .put("e", unsigned(key.getPublicExponent())))));
  }

  private static JsonArray array(String... values) {
    return new JsonArray(Arrays.asList(values));
  }

  /** Without the zero byte that Java puts before a number whose first bit is set. */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
