package io.daybreak.stack.start;

import io.daybreak.stack.service.ServiceName;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a start of the stack shall run.
 *
 * @param replicas instances of each service; absent or 0 for none
 * @param heap most heap of each service but the console, as {@code -Xmx} takes it
 * @param forLoad whether a service's JVM compiles as well as it can, as in production, or just
 *     starts fast
 * @param nativeExecutables whether to run native executables instead of JVMs
 * @param settings configuration added to what the stack sets, for each service
 */
public record StackOptions(
    Map<ServiceName, Integer> replicas,
    String heap,
    boolean forLoad,
    boolean nativeExecutables,
    Map<ServiceName, Map<String, String>> settings) {

  public static final String DEFAULT_HEAP = "192m";

  /** System property by which a build has all its tests run native executables. */
  static final String NATIVE = "daybreak.native";

  /** The console hands on what others answer, and keeps nothing. */
  private static final String CONSOLE_HEAP = "96m";

  public StackOptions {
    replicas = Map.copyOf(replicas);
    settings = Map.copyOf(settings);
  }

  /** One instance of each of these services, native where {@value #NATIVE} says so. */
  public static StackOptions of(Set<ServiceName> services) {
    Map<ServiceName, Integer> replicas = new EnumMap<>(ServiceName.class);
    services.forEach(service -> replicas.put(service, 1));
    return new StackOptions(replicas, DEFAULT_HEAP, false, Boolean.getBoolean(NATIVE), Map.of());
  }

  /** One instance of every service. */
  public static StackOptions everything() {
    return of(EnumSet.allOf(ServiceName.class));
  }

  /** The same with another number of instances of one service. */
  public StackOptions withReplicas(ServiceName service, int instances) {
    Map<ServiceName, Integer> changed = new EnumMap<>(ServiceName.class);
    changed.putAll(replicas);
    changed.put(service, instances);
    return new StackOptions(changed, heap, forLoad, nativeExecutables, settings);
  }

  /** The same with one more configuration value of one service. */
  public StackOptions withSetting(ServiceName service, String key, String value) {
    Map<ServiceName, Map<String, String>> changed = new EnumMap<>(ServiceName.class);
    changed.putAll(settings);
    Map<String, String> own = new java.util.TreeMap<>(settingsOf(service));
    own.put(key, value);
    changed.put(service, own);
    return new StackOptions(replicas, heap, forLoad, nativeExecutables, changed);
  }

  /**
   * The same with another heap of each service.
   *
   * @param size as {@code -Xmx} takes it
   */
  public StackOptions withHeap(String size) {
    return new StackOptions(replicas, size, forLoad, nativeExecutables, settings);
  }

  /** The same for services that shall take much work. */
  public StackOptions underLoad() {
    return new StackOptions(replicas, heap, true, nativeExecutables, settings);
  }

  /** The same with native executables in place of JVMs. */
  public StackOptions withNativeExecutables() {
    return new StackOptions(replicas, heap, forLoad, true, settings);
  }

  int replicasOf(ServiceName service) {
    return replicas.getOrDefault(service, 0);
  }

  String heapOf(ServiceName service) {
    return service == ServiceName.CONSOLE ? CONSOLE_HEAP : heap;
  }

  Map<String, String> settingsOf(ServiceName service) {
    return settings.getOrDefault(service, Map.of());
  }
}
