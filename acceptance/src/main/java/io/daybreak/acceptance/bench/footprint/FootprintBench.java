package io.daybreak.acceptance.bench.footprint;

import io.daybreak.acceptance.bench.imports.LargeImport;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.acceptance.terminal.TextTable.Column;
import io.daybreak.simulators.kernel.Ports;
import io.daybreak.stack.service.ProcessMemory;
import io.daybreak.stack.service.ServiceLaunch;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Measures the same on JVMs and on native executables, one after the other.
 *
 * @param requests to each service
 * @param rows of the import
 * @param jvmHeap most heap of each JVM, as {@code -Xmx} takes it
 * @param nativeHeap most heap of each native executable
 */
public record FootprintBench(int requests, int rows, String jvmHeap, String nativeHeap) {

  private static final int DAYS = 10;
  private static final long MEBIBYTE = 1024 * 1024;

  /**
   * Prints the table.
   *
   * @throws IOException if the import failed, or a service did not answer
   */
  public void run(Workspace workspace, Screen screen)
      throws IOException, SQLException, InterruptedException {
    StackOptions services = StackOptions.of(ServiceName.BEHIND_THE_CONSOLE).underLoad();
    screen.line("On JVMs, with heaps of " + jvmHeap);
    Map<ServiceName, Footprint> jvm = measure(workspace, services.withHeap(jvmHeap));
    screen.line("Native, with heaps of " + nativeHeap);
    Map<ServiceName, Footprint> nativeOnes =
        measure(workspace, services.withHeap(nativeHeap).withNativeExecutables());
    TextTable table =
        new TextTable(
            List.of(Column.of(""), Column.of(""), Column.of("on a JVM"), Column.of("native")));
    for (ServiceName service : ServiceName.BEHIND_THE_CONSOLE) {
      print(table, service, jvm.get(service), nativeOnes.get(service));
    }
    table.lines().forEach(screen::line);
  }

  private void print(TextTable table, ServiceName service, Footprint jvm, Footprint compiled) {
    Map<String, ToLongFunction<Footprint>> lines = new LinkedHashMap<>();
    lines.put("start to first answer, ms", Footprint::startMillis);
    lines.put("resident at rest, MiB", Footprint::mebibytesAtRest);
    lines.put("after %,d requests, MiB".formatted(requests), Footprint::mebibytesAfterRequests);
    lines.put("after %,d rows, MiB".formatted(rows), Footprint::mebibytesAfterImport);
    lines.put("of that its own, MiB", Footprint::mebibytesOwn);
    lines.put("the most it ever was, MiB", Footprint::mebibytesAtMost);
    lines.put("on disk, MiB", Footprint::mebibytesOnDisk);
    lines.forEach(
        (what, value) ->
            table.row(
                List.of(
                    service.module(),
                    what,
                    Long.toString(value.applyAsLong(jvm)),
                    Long.toString(value.applyAsLong(compiled)))));
  }

  private Map<ServiceName, Footprint> measure(Workspace workspace, StackOptions options)
      throws IOException, SQLException, InterruptedException {
    try (Stack stack = Stack.start(workspace, options)) {
      Map<ServiceName, Long> atRest = memory(stack);
      Requests asking = new Requests(stack);
      for (ServiceName service : ServiceName.BEHIND_THE_CONSOLE) {
        asking.ask(service, requests);
      }
      Map<ServiceName, Long> afterRequests = memory(stack);
      new LargeImport("footprint", rows, DAYS).run(stack);
      Map<ServiceName, Long> afterImport = memory(stack);
      Map<ServiceName, Long> own = memory(stack, ProcessMemory::own);
      Map<ServiceName, Footprint> footprints = new EnumMap<>(ServiceName.class);
      for (ServiceName service : ServiceName.BEHIND_THE_CONSOLE) {
        ServiceProcess process = stack.instancesOf(service).get(0);
        footprints.put(
            service,
            new Footprint(
                FirstAnswer.millis(another(process.launch())),
                atRest.get(service),
                afterRequests.get(service),
                afterImport.get(service),
                own.get(service),
                ProcessMemory.peak(process),
                onDisk(process.launch())));
      }
      return footprints;
    }
  }

  private static Map<ServiceName, Long> memory(Stack stack) {
    return memory(stack, ProcessMemory::now);
  }

  private static Map<ServiceName, Long> memory(Stack stack, ToLongFunction<ServiceProcess> part) {
    Map<ServiceName, Long> memory = new EnumMap<>(ServiceName.class);
    for (ServiceProcess process : stack.services()) {
      memory.put(process.launch().service(), part.applyAsLong(process));
    }
    return memory;
  }

  /**
   * One more instance of the same service, beside the one that runs; without migrations, which in
   * production are a Job of their own.
   */
  private static ServiceLaunch another(ServiceLaunch launch) throws IOException {
    int port = Ports.free();
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
    Path log = launch.log().resolveSibling(launch.service().module() + "-start");
    return new ServiceLaunch(
        launch.service(), launch.replica() + 1, port, launch.command(), environment, log);
  }

  /** The executable, or the folder of the jar: what an image would contain of it. */
  private static long onDisk(ServiceLaunch launch) throws IOException {
    int jar = launch.command().indexOf("-jar") + 1;
    Path built = Path.of(launch.command().get(jar));
    try (Stream<Path> files = Files.walk(jar == 0 ? built : built.getParent())) {
      return files.filter(Files::isRegularFile).mapToLong(FootprintBench::size).sum() / MEBIBYTE;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
