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
 * Refuses addresses with control characters, which no text column and no log should hold, and
 * bodies of other types than the API's; lets a request without a body come without a type.
 */
public class RequestText {

  /** What HTTP clients say of a body that is not there. */
  private static final Set<String> TYPES_OF_NOTHING =
      Set.of("", MediaType.APPLICATION_FORM_URLENCODED, MediaType.TEXT_PLAIN);

  private static final String API = "/api/";

  /** Others would be read in ways that nobody meant: a plain text as a record of one text. */
  private static final Set<String> TYPES_OF_BODIES =
      Set.of(MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA);

  /** Before the matching, so that not even a path's parameter comes through. */
  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    if (hasControl(address.getPath()) || hasControl(address.getQueryParameters())) {
      throw RequestProblems.controlCharacter();
    }
    MultivaluedMap<String, String> headers = request.getHeaders();
    if (isWithoutBody(headers)) {
      if (TYPES_OF_NOTHING.contains(type(headers))) {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
      }
    } else if (address.getPath().startsWith(API) && !TYPES_OF_BODIES.contains(type(headers))) {
      throw RequestProblems.bodyType();
    }
  }

  private static String type(MultivaluedMap<String, String> headers) {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a text holds a control character, or half of a character, which would be stored as
   * another one; where lines are allowed, their ends are no control characters.
   */
  static boolean hasControl(String text, boolean lines) {
    return text.codePoints().anyMatch(c -> isControl(c, lines));
  }

  private static boolean isControl(int c, boolean lines) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean end = c == '\n' || c == '\r' || c == '\t';
    return half || Character.isISOControl(c) && !(lines && end);
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
