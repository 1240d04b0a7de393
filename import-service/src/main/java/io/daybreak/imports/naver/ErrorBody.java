package io.daybreak.imports.naver;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What NAVER says when it refuses. There are two families, {@code {"code", "message"}} of the
 * application and {@code {"type", "title", "detail"}} of the gateway before it, and sometimes there
 * is no JSON at all. Texts are never decided by.
 *
 * @param code number of the application's error
 * @param type last part of the gateway's type, {@code invalid-signature}
 */
record ErrorBody(@Nullable Integer code, @Nullable String type) {

  private static final ErrorBody NONE = new ErrorBody(null, null);
  private static final Set<String> KEY_REFUSED =
      Set.of("invalid-timestamp", "invalid-signature", "invalid-apikey", "missing-header");

  static ErrorBody parse(ObjectMapper json, byte[] body) {
    try {
      JsonNode read = json.readTree(body);
      return read == null || !read.isObject() ? NONE : of(read);
    } catch (JacksonException notJson) {
      return NONE;
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static ErrorBody of(JsonNode read) {
    JsonNode code = read.path("code");
    String type = read.path("type").asText("");
    return new ErrorBody(
        code.canConvertToInt() || code.isTextual() ? Integer.valueOf(code.asInt()) : null,
        type.isEmpty() ? null : type.substring(type.lastIndexOf(':') + 1));
  }

  /**
   * The status decides; the body only tells apart what has the same status. Code 1018 is called "no
   * permission", but with 404 it means that an entity does not exist (<a
   * href="https://github.com/naver/searchad-apidoc/issues/324">searchad-apidoc 324</a>).
   */
  NaverFailure failure(NaverCall call, int status, String customerId) {
    if (status >= 500) {
      return new NaverFailure.ServerError(call, status);
    }
    if (status == 401 || status == 403 && type != null && KEY_REFUSED.contains(type)) {
      return new NaverFailure.KeyRefused(type);
    }
    if (status == 403) {
      return new NaverFailure.NoPermission(customerId);
    }
    if (status == 404) {
      return new NaverFailure.NotFound(call, code);
    }
    return new NaverFailure.Refused(call, status, code);
  }
}
