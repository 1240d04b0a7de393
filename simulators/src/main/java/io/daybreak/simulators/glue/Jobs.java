package io.daybreak.simulators.glue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The jobs that exist, and their runs. */
public final class Jobs {

  /**
   * A job's definition.
   *
   * @param runsAtOnce Glue's {@code MaxConcurrentRuns}
   * @param lasts how long each run takes
   */
  public record Job(String name, int runsAtOnce, Duration lasts) {}

  private final Clock clock;
  private final Random random;
  private final Map<String, Job> jobs = new TreeMap<>();
  private final List<JobRun> runs = new ArrayList<>();

  Jobs(Clock clock, long seed) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  /** Makes a job, or another one of it. */
  public synchronized void create(Job job) {
    jobs.put(job.name(), job);
  }

  public synchronized void delete(String name) {
    jobs.remove(name);
  }

  synchronized Optional<Job> find(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /**
   * Starts a run, or has it wait until there is room; nothing if there is none and it may not wait.
   *
   * @param queued Glue's {@code JobRunQueuingEnabled}
   */
  synchronized Optional<JobRun> start(Job job, Map<String, String> arguments, boolean queued) {
    List<Instant> ends =
        runs.stream()
            .filter(run -> run.job().equals(job.name()) && run.live(clock))
            .map(JobRun::endsAt)
            .sorted()
            .toList();
    boolean full = ends.size() >= job.runsAtOnce();
    if (full && !queued) {
      return Optional.empty();
    }
    byte[] id = new byte[32];
    random.nextBytes(id);
    Instant start = full ? ends.get(ends.size() - job.runsAtOnce()) : clock.instant();
    JobRun run =
        new JobRun(
            "jr_" + HexFormat.of().formatHex(id),
            job.name(),
            arguments,
            start,
            start.plus(job.lasts()));
    runs.add(run);
    return Optional.of(run);
  }

  /** All runs of a job, the newest first. */
  public synchronized List<JobRun> runs(String job) {
    List<JobRun> found = new ArrayList<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      if (runs.get(i).job().equals(job)) {
        found.add(runs.get(i));
      }
    }
    return found;
  }

  /** Every run of every job, the oldest first. */
  public synchronized List<JobRun> runs() {
    return List.copyOf(runs);
  }
}
