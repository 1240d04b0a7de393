package io.daybreak.stack.service;

import java.nio.file.Path;

/** A service was to be started that the build has not produced. */
public final class ServiceNotBuiltException extends RuntimeException {

  public ServiceNotBuiltException(ServiceName service, Path missing) {
    super("%s is not built: there is no %s".formatted(service.module(), missing));
  }
}
