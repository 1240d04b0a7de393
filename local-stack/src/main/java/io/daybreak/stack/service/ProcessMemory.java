package io.daybreak.stack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a process has taken of the machine's memory, as Linux tells it. */
public final class ProcessMemory {

  private static final String PEAK = "VmHWM:";
  private static final long KIBIBYTES_PER_MEBIBYTE = 1024;

  private ProcessMemory() {}

  /**
   * The most memory that the process has had resident since its start, code and threads included.
   *
   * @return MiB, 0 where that is not to be had
   */
  public static long peak(ServiceProcess process) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.processId()), "status"))
          .stream()
          .filter(line -> line.startsWith(PEAK))
          .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
          .mapToLong(kibibytes -> Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** The peak of each, on one line. */
  public static String peaks(List<ServiceProcess> processes) {
    return processes.stream()
        .map(process -> process.launch().title() + " " + peak(process) + " MiB")
        .collect(Collectors.joining(", "));
  }
}
