package io.daybreak.stack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a process has taken of the machine's memory, as Linux tells it. */
public final class ProcessMemory {

  private static final String PEAK = "VmHWM:";
  private static final String NOW = "VmRSS:";
  private static final String OWN = "RssAnon:";
  private static final long KIBIBYTES_PER_MEBIBYTE = 1024;

  private ProcessMemory() {}

  /**
   * The most memory that the process has had resident since its start, code and threads included.
   *
   * @return MiB, 0 where that is not to be had
   */
  public static long peak(ServiceProcess process) {
    return mebibytes(process, PEAK);
  }

  /**
   * The memory that the process has resident now, code and threads included.
   *
   * @return MiB, 0 where that is not to be had
   */
  public static long now(ServiceProcess process) {
    return mebibytes(process, NOW);
  }

  /**
   * The part of {@link #now} that is the process's alone; the rest are pages of files, which
   * instances on one machine share and which the kernel can drop.
   *
   * @return MiB, 0 where that is not to be had
   */
  public static long own(ServiceProcess process) {
    return mebibytes(process, OWN);
  }

  private static long mebibytes(ServiceProcess process, String field) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.processId()), "status"))
          .stream()
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()).replace("kB", "").strip())
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
