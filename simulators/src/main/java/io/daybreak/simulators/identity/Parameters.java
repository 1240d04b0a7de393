package io.daybreak.simulators.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request. OAuth allows none of them twice, and takes an empty one for absent
 * (RFC 6749, section 3.1).
 */
record Parameters(Map<String, String> values) {

  /**
   * @param encoded a query, or a form
   */
  static Parameters of(String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals + 1 < pair.length()) {
        String name = decoded(pair.substring(0, equals));
        if (values.put(name, decoded(pair.substring(equals + 1))) != null) {
          throw Refused.request("The parameter " + name + " is there twice");
        }
      }
    }
    return new Parameters(values);
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw Refused.request("The parameter " + name + " is missing");
    }
    return value;
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.request("A parameter is not encoded as forms are");
    }
  }
}
