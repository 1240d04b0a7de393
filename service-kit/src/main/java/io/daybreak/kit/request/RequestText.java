package io.daybreak.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses addresses with control characters, which no text column and no log should hold, and lets
 * a request without a body come without a type.
 */
public class RequestText {

  /** What HTTP clients say of a body that is not there. */
  private static final Set<String> TYPES_OF_NOTHING =
      Set.of("", MediaType.APPLICATION_FORM_URLENCODED, MediaType.TEXT_PLAIN);

  /** Before the matching, so that not even a path's parameter comes through. */
  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    if (hasControl(address.getPath()) || hasControl(address.getQueryParameters())) {
      throw RequestProblems.controlCharacter();
    }
    MultivaluedMap<String, String> headers = request.getHeaders();
    if (isWithoutBody(headers) && TYPES_OF_NOTHING.contains(type(headers))) {
      headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }

  private static String type(MultivaluedMap<String, String> headers) {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a text holds a control character; where lines are allowed, their ends are none. */
  static boolean hasControl(String text, boolean lines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasControl(String text) {
    return hasControl(text, false);
  }

  private static boolean hasControl(MultivaluedMap<String, String> parameters) {
    return parameters.keySet().stream().anyMatch(RequestText::hasControl)
        || parameters.values().stream()
            .flatMap(Collection::stream)
            .anyMatch(RequestText::hasControl);
  }

  private static boolean isWithoutBody(MultivaluedMap<String, String> headers) {
    String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
    return (length == null || length.equals("0")) && !headers.containsKey("Transfer-Encoding");
  }
}
