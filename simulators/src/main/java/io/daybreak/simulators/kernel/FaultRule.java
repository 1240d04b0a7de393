package io.daybreak.simulators.kernel;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault befalls.
 *
 * @param method null for any
 * @param path a regular expression for the whole path
 * @param identity what the call's identity must contain
 * @param firstCall the first of the calls that match otherwise to suffer, counted from 1
 * @param count how many calls suffer at most
 * @param probability that one of these calls suffers, 0 to 1
 */
public record FaultRule(
    @Nullable String method,
    Pattern path,
    Map<String, String> identity,
    long firstCall,
    long count,
    double probability,
    Fault fault) {

  /** Every call with this method and path. */
  public static FaultRule on(@Nullable String method, String path, Fault fault) {
    return new FaultRule(method, Pattern.compile(path), Map.of(), 1, Long.MAX_VALUE, 1, fault);
  }

  /** The same for calls of one identity. */
  public FaultRule where(String key, String value) {
    var all = new HashMap<>(identity);
    all.put(key, value);
    return new FaultRule(method, path, Map.copyOf(all), firstCall, count, probability, fault);
  }

  /** The same for the nth matching call only. */
  public FaultRule onlyCall(long nth) {
    return calls(nth, 1);
  }

  /** The same for so many calls, beginning with this one, counted from 1. */
  public FaultRule calls(long first, long howMany) {
    return new FaultRule(method, path, identity, first, howMany, probability, fault);
  }

  /** The same for a random part of the calls. */
  public FaultRule withProbability(double part) {
    return new FaultRule(method, path, identity, firstCall, count, part, fault);
  }

  boolean matches(RequestHead head, Map<String, String> caller) {
    return (method == null || method.equals(head.method()))
        && path.matcher(head.path()).matches()
        && caller.entrySet().containsAll(identity.entrySet());
  }

  static FaultRule of(JsonObject json) {
    var identity = new HashMap<String, String>();
    json.getJsonObject("identity", new JsonObject())
        .forEach(entry -> identity.put(entry.getKey(), String.valueOf(entry.getValue())));
    return new FaultRule(
        json.getString("method"),
        Pattern.compile(json.getString("path", ".*")),
        Map.copyOf(identity),
        json.getLong("firstCall", 1L),
        json.getLong("count", Long.MAX_VALUE),
        json.getDouble("probability", 1.0),
        Fault.of(json));
  }
}
