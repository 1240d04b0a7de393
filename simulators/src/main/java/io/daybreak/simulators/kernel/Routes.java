package io.daybreak.simulators.kernel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of method, path pattern and handler; the first that fits answers. {@code {name}} in a
 * pattern stands for one path segment, percent-decoded, up to the next literal text.
 */
public final class Routes {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private record Route(
      String method, Pattern path, List<String> names, Function<Call, Answer> handler) {}

  private final List<Route> routes = new ArrayList<>();

  public Routes get(String path, Function<Call, Answer> handler) {
    return add("GET", path, handler);
  }

  public Routes post(String path, Function<Call, Answer> handler) {
    return add("POST", path, handler);
  }

  public Routes put(String path, Function<Call, Answer> handler) {
    return add("PUT", path, handler);
  }

  public Routes delete(String path, Function<Call, Answer> handler) {
    return add("DELETE", path, handler);
  }

  private Routes add(String method, String path, Function<Call, Answer> handler) {
    var names = new ArrayList<String>();
    var regex = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(path);
    int end = 0;
    while (placeholder.find()) {
      regex.append(Pattern.quote(path.substring(end, placeholder.start()))).append("([^/]+?)");
      names.add(placeholder.group(1));
      end = placeholder.end();
    }
    regex.append(Pattern.quote(path.substring(end)));
    routes.add(new Route(method, Pattern.compile(regex.toString()), List.copyOf(names), handler));
    return this;
  }

  /** The answer of the first route that fits, or nothing. */
  public Optional<Answer> answer(Call call) {
    for (Route route : routes) {
      Matcher path = route.path.matcher(call.path());
      if (route.method.equals(call.method()) && path.matches()) {
        return Optional.of(route.handler.apply(call.withPathParameters(found(route, path))));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> found(Route route, Matcher path) {
    var found = new HashMap<String, String>();
    for (int i = 0; i < route.names.size(); i++) {
      // "+" is a plain character in a path, unlike in a query
      String segment = path.group(i + 1).replace("+", "%2B");
      found.put(route.names.get(i), URLDecoder.decode(segment, StandardCharsets.UTF_8));
    }
    return Map.copyOf(found);
  }
}
