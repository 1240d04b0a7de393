package io.daybreak.stack.start;

import io.daybreak.simulators.kernel.Ports;
import io.daybreak.stack.service.ServiceName;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the first instance of each service answers, decided before any of them starts because they
 * are told of each other.
 *
 * @param ports on the loopback address
 */
record Addresses(Map<ServiceName, Integer> ports) {

  /**
   * The usual port where it is free. Of a service that the stack does not run it is the usual one
   * in any case: there it is when an IDE runs it.
   */
  static Addresses choose(StackOptions options) {
    Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      int usual = service.preferredPort();
      ports.put(service, options.replicasOf(service) > 0 ? Ports.preferably(usual) : usual);
    }
    return new Addresses(ports);
  }

  int portOf(ServiceName service) {
    return ports.getOrDefault(service, service.preferredPort());
  }

  URI of(ServiceName service) {
    return URI.create("http://127.0.0.1:" + portOf(service));
  }
}
