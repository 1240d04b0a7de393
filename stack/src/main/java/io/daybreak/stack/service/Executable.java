package io.daybreak.stack.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The form in which a service was built, which decides its command line. */
public sealed interface Executable {

  /**
   * The command that runs the service.
   *
   * @throws ServiceNotBuiltException where the build left nothing to run
   */
  List<String> command(ServiceName service);

  /**
   * The packaged application on a JVM. Started fast, with the first compiler only, it suits tests
   * and a machine that runs all services at once; measurements want both compilers.
   *
   * @param workspace the folder of the modules
   * @param heap most heap of a service, as {@code -Xmx} takes it
   * @param forLoad whether it shall take much work
   */
  record Jvm(Path workspace, String heap, boolean forLoad) implements Executable {

    private static final List<String> FAST_START =
        List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

    @Override
    public List<String> command(ServiceName service) {
      Path jar = workspace.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Xmx" + heap);
      command.add("-XX:+UseSerialGC");
      command.add("-XX:+ExitOnOutOfMemoryError");
      if (!forLoad) {
        command.addAll(FAST_START);
      }
      command.add("-jar");
      command.add(existing(jar, service).toString());
      return command;
    }
  }

  /**
   * A native executable.
   *
   * @param workspace the folder of the modules
   * @param heap most heap of a service, as {@code -Xmx} takes it
   */
  record Native(Path workspace, String heap) implements Executable {

    @Override
    public List<String> command(ServiceName service) {
      Path runner =
          workspace
              .resolve(service.module())
              .resolve("target")
              .resolve(service.module() + "-1.0.0-SNAPSHOT-runner");
      return List.of(
          existing(runner, service).toString(), "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError");
    }
  }

  private static Path existing(Path file, ServiceName service) {
    if (!Files.exists(file)) {
      throw new ServiceNotBuiltException(service, file);
    }
    return file.toAbsolutePath().normalize();
  }
}
