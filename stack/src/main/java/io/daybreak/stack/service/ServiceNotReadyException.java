package io.daybreak.stack.service;

import java.util.List;

/** A service did not become ready; the message ends with the last lines of its log. */
public final class ServiceNotReadyException extends RuntimeException {

  public ServiceNotReadyException(ServiceLaunch launch, String what, List<String> lastLines) {
    super(
        "%s %s. The end of %s:%n%s"
            .formatted(launch.title(), what, launch.log(), String.join("\n", lastLines)));
  }
}
