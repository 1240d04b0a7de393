package io.daybreak.stack.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything needed to start one instance of a service, and to start it again.
 *
 * @param service which service
 * @param replica number of the instance, from 1
 * @param port port of its HTTP interface on the loopback address
 * @param command command line
 * @param environment variables added to the launcher's own
 * @param log file that receives its output
 */
public record ServiceLaunch(
    ServiceName service,
    int replica,
    int port,
    List<String> command,
    Map<String, String> environment,
    Path log) {

  public ServiceLaunch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What people call the instance: {@code import-service}, {@code import-service 2}. */
  public String title() {
    return replica == 1 ? service.module() : service.module() + " " + replica;
  }
}
