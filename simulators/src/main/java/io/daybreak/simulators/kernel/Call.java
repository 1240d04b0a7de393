package io.daybreak.simulators.kernel;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request with its whole body, as a simulator's routes see it.
 *
 * @param identity who called, in the simulator's own terms (e.g. {@code customer}, {@code apiKey})
 * @param pathParameters what stood in the place of the route's {@code {names}}
 * @param body raw bytes, not decompressed
 */
public record Call(
    RequestHead head,
    Arrival arrival,
    Map<String, String> identity,
    Map<String, String> pathParameters,
    Buffer body) {

  public String method() {
    return head.method();
  }

  public String path() {
    return head.path();
  }

  /** The first value of a query parameter. */
  public @Nullable String parameter(String name) {
    return head.parameters().get(name);
  }

  public @Nullable String header(String name) {
    return head.headers().get(name);
  }

  /** What stood in the path in the place of {@code {name}}. */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  Call withPathParameters(Map<String, String> found) {
    return new Call(head, arrival, identity, found, body);
  }
}
