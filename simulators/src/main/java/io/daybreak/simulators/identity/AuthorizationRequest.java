package io.daybreak.simulators.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the application asks for when it sends a person here.
 *
 * @param codeChallenge SHA-256 of a secret that only the application knows (RFC 7636)
 * @param nonce comes back in the ID token
 */
record AuthorizationRequest(
    BrowserAddress redirect, String scope, String codeChallenge, @Nullable String nonce) {

  private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * Where the browser goes back to, also to be told of what is wrong with the rest.
   *
   * @throws Refused if the application or the address is wrong, of which the browser is told here
   */
  static BrowserAddress redirect(Parameters sent, SignInClient client) {
    if (!client.id().equals(sent.required("client_id"))) {
      throw Refused.client("There is no such client_id");
    }
    return BrowserAddress.of("redirect_uri", sent.required("redirect_uri"));
  }

  /**
   * @throws Refused if it is not the code flow of OpenID Connect with PKCE by SHA-256
   */
  static AuthorizationRequest of(Parameters sent, BrowserAddress redirect) {
    if (!"code".equals(sent.required("response_type"))) {
      throw Refused.unsupported("unsupported_response_type", "There is only response_type=code");
    }
    if (!words(sent.required("scope")).contains("openid")) {
      throw Refused.unsupported("invalid_scope", "The scope has to contain openid");
    }
    if (!SHA_256.matcher(sent.required("code_challenge")).matches()
        || !"S256".equals(sent.required("code_challenge_method"))) {
      throw Refused.request("The code_challenge has to be a SHA-256 in base64url, method S256");
    }
    if ("none".equals(sent.get("prompt"))) {
      throw Refused.unsupported("login_required", "Nobody is signed in without being asked");
    }
    return new AuthorizationRequest(
        redirect, sent.required("scope"), sent.required("code_challenge"), sent.get("nonce"));
  }

  /** Where the browser goes with an answer, and with the state that the application sent. */
  static String back(BrowserAddress redirect, Parameters sent, Map<String, String> answer) {
    Map<String, String> parameters = new LinkedHashMap<>(answer);
    @Nullable String state = sent.get("state");
    if (state != null) {
      parameters.put("state", state);
    }
    return redirect.with(parameters);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
