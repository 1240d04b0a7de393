package io.daybreak.simulators.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser is sent back to. Only this machine, on any port, since the console takes a free
 * one where its own is taken (RFC 8252, section 7.3): nobody elsewhere may be sent a code.
 *
 * @param text exactly as it was sent, because it is compared so
 */
record BrowserAddress(String text, URI uri) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /**
   * @param parameter its name, for the refusal
   */
  static BrowserAddress of(String parameter, String text) {
    URI uri = parsed(parameter, text);
    @Nullable String host = uri.getHost();
    if (!"http".equals(uri.getScheme()) || host == null || !LOOPBACK.contains(host)) {
      throw Refused.request(parameter + " has to be an http address of this machine");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw Refused.request(parameter + " may have neither a user nor a fragment");
    }
    return new BrowserAddress(text, uri);
  }

  /** Scheme, host and port, as a content security policy names them. */
  String origin() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** The address with parameters added to those that it has. */
  String with(Map<String, String> parameters) {
    String added =
        parameters.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return added.isEmpty() ? text : text + (uri.getRawQuery() == null ? "?" : "&") + added;
  }

  private static URI parsed(String parameter, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw Refused.request(parameter + " is not an address");
    }
  }
}
