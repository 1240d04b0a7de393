package io.daybreak.simulators.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How an application proves who it is: {@code client_secret_basic} or {@code client_secret_post}.
 */
record ClientProof(String id, String secret) {

  private static final String BASIC = "Basic ";

  /**
   * @param authorization the header, if there is one
   * @throws Refused if there is no proof, or one of each kind
   */
  static ClientProof of(@Nullable String authorization, Parameters form) {
    @Nullable String id = form.get("client_id");
    @Nullable String secret = form.get("client_secret");
    if (authorization == null) {
      if (id == null || secret == null) {
        throw Refused.client("The client does not prove who it is");
      }
      return new ClientProof(id, secret);
    }
    ClientProof proof = basic(authorization);
    if (secret != null || (id != null && !id.equals(proof.id))) {
      throw Refused.request("The client proves who it is in two ways");
    }
    return proof;
  }

  /** Name and secret are encoded as in a form before they are joined (RFC 6749, section 2.3.1). */
  private static ClientProof basic(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw Refused.client("The client has to use Basic");
    }
    String pair = decoded(authorization.substring(BASIC.length()).strip());
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw Refused.client("The Authorization has no secret");
    }
    return new ClientProof(
        Parameters.decoded(pair.substring(0, colon)),
        Parameters.decoded(pair.substring(colon + 1)));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.client("The Authorization is not Base64");
    }
  }
}
