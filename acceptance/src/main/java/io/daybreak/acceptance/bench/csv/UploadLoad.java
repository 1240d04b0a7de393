package io.daybreak.acceptance.bench.csv;

import io.daybreak.simulators.s3.S3Object;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.simulators.slack.Workspace;
import io.daybreak.stack.service.ProcessMemory;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Simulators;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Drops files into a Slack channel and measures what becomes of them. */
public final class UploadLoad implements AutoCloseable {

  private static final long MEGABYTE = 1_000_000;
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Simulators simulators;
  private final ServiceProcess service;
  private final UploadDatabase database;

  private UploadLoad(Simulators simulators, ServiceProcess service, UploadDatabase database) {
    this.simulators = simulators;
    this.service = service;
    this.database = database;
  }

  /** Makes a table for the files; a first small one makes the service load its code. */
  public static UploadLoad begin(Stack stack, Duration patience)
      throws SQLException, InterruptedException, TimeoutException {
    Simulators simulators = stack.outside().simulators();
    LoadTable.create(simulators);
    UploadLoad load =
        new UploadLoad(
            simulators, stack.instancesOf(ServiceName.IMPORT).get(0), UploadDatabase.of(stack));
    String begin = load.database.now();
    load.drop(MEGABYTE, true, Workspace.CHANNEL);
    load.awaitOutcomes(begin, patience, outcomes -> outcomes.containsKey("PASSED SENT"));
    return load;
  }

  /**
   * One large file, alone.
   *
   * @param records of the file
   * @param seconds from its arrival until its job was started
   * @param bareSeconds in which nobody but a reader that looks at nothing gets the same bytes
   * @param memoryBefore most memory the service had resident before, after a file of 1 MB, MiB
   * @param memory the same afterwards
   * @param whole whether the object has every byte
   */
  public record Large(
      long bytes,
      long records,
      double seconds,
      double bareSeconds,
      long memoryBefore,
      long memory,
      boolean whole) {}

  /** Measures a file of at least so many megabytes (10^6 bytes). */
  public Large large(int megabytes, Duration patience)
      throws SQLException, IOException, InterruptedException, TimeoutException {
    long memoryBefore = ProcessMemory.peak(service);
    String begin = database.now();
    SharedFile file = drop(megabytes * MEGABYTE, true, Workspace.CHANNEL);
    awaitOutcomes(begin, patience, outcomes -> outcomes.containsKey("PASSED SENT"));
    long bytes = file.content().bytes();
    return new Large(
        bytes,
        LoadTable.records(megabytes * MEGABYTE),
        database.secondsSince(begin),
        bareSeconds(file),
        memoryBefore,
        ProcessMemory.peak(service),
        LoadTable.objects(simulators).stream()
            .mapToLong(S3Object::bytes)
            .anyMatch(b -> b == bytes));
  }

  /**
   * Many files at once.
   *
   * @param seconds from the first one's arrival until the last one's end
   * @param fileInfoCalls of Slack's files.info, which Slack limits
   * @param outcomes number of files by state and by how far the message about them is
   * @param objects in S3 that they became
   * @param unfinished uploads in parts that were neither completed nor aborted
   * @param runs of the job
   * @param messages in the channel
   * @param memory most memory the service has had resident, MiB
   */
  public record Many(
      int files,
      double seconds,
      long fileInfoCalls,
      double messageSeconds,
      Map<String, Integer> outcomes,
      int objects,
      int unfinished,
      int runs,
      int messages,
      long memory) {

    /** Whether every file became what it had to, once: every tenth has a mistake. */
    public boolean right() {
      int wrong = files / 10;
      Map<String, Integer> expected = new HashMap<>(Map.of("PASSED SENT", files - wrong));
      if (wrong > 0) {
        expected.put("REJECTED SENT", wrong);
      }
      return outcomes.equals(expected)
          && objects == files - wrong
          && runs == files - wrong
          && messages == files
          && unfinished == 0;
    }
  }

  /**
   * Measures so many files of one megabyte (10^6 bytes); every tenth is wrong in its last line.
   *
   * @param channels that the files are spread over; Slack takes one message a second in each
   */
  public Many many(int files, int channels, Duration patience)
      throws SQLException, InterruptedException, TimeoutException {
    int objects = LoadTable.objects(simulators).size();
    int runs = LoadTable.runs(simulators);
    int messages = simulators.slack().workspace().messages().size();
    long calls = fileInfoCalls();
    String begin = database.now();
    long began = System.nanoTime();
    for (int number = 1; number <= files; number++) {
      drop(MEGABYTE, number % 10 != 0, "C" + number % channels);
    }
    awaitOutcomes(begin, patience, outcomes -> told(outcomes) == files);
    return new Many(
        files,
        database.secondsSince(begin),
        fileInfoCalls() - calls,
        (System.nanoTime() - began) / 1e9,
        database.outcomesSince(begin),
        LoadTable.objects(simulators).size() - objects,
        LoadTable.unfinished(simulators),
        LoadTable.runs(simulators) - runs,
        simulators.slack().workspace().messages().size() - messages,
        ProcessMemory.peak(service));
  }

  private SharedFile drop(long bytes, boolean good, String channel) {
    Content content = good ? LoadTable.file(bytes) : LoadTable.wrongFile(bytes);
    return simulators.slack().share(LoadTable.FILE_NAME, content, channel);
  }

  private void awaitOutcomes(
      String begin, Duration patience, Predicate<Map<String, Integer>> reached)
      throws SQLException, InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, Integer> outcomes = database.outcomesSince(begin);
    while (!reached.test(outcomes)) {
      if (System.nanoTime() - deadline > 0 || !service.isAlive()) {
        throw new TimeoutException(
            "Uploads after %d s: %s, see %s"
                .formatted(patience.toSeconds(), outcomes, service.launch().log()));
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
      outcomes = database.outcomesSince(begin);
    }
  }

  private static int told(Map<String, Integer> outcomes) {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getKey().matches(".* (SENT|UNCLEAR|REFUSED)"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private long fileInfoCalls() {
    return simulators.slack().journal().entries().stream()
        .filter(call -> call.path().equals("/api/files.info"))
        .count();
  }

  private double bareSeconds(SharedFile file) throws IOException {
    URI content = simulators.slack().baseUrl().resolve("/cdn/" + file.id());
    long began = System.nanoTime();
    try (InputStream in = content.toURL().openStream()) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return (System.nanoTime() - began) / 1e9;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
