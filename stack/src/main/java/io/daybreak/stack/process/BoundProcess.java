package io.daybreak.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends when this process ends, however that happens: a shell holds the reading
 * end of a pipe whose only writing end is here. The kernel closes our end even after {@code kill
 * -9}; the shell reads the end of the file and stops the child, first politely, then by force. The
 * child takes the shell's place by {@code exec}, so the process id seen here is the child's own.
 */
public final class BoundProcess implements AutoCloseable {

  /** How long a child may take to stop by itself before it is killed. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** {@code $$} is the id of the shell, and after {@code exec} the id of the child. */
  private static final String EXEC_UNDER_WATCH =
      """
      exec 3<&0
      (
        read -r _ <&3
        kill -TERM $$ || exit 0
        tries=0
        while [ $tries -lt %d ] && kill -0 $$; do sleep 0.1; tries=$((tries + 1)); done
        kill -KILL $$
      ) >/dev/null 2>&1 &
      exec 3<&-
      exec "$@" </dev/null
      """
          .formatted(GRACE.toMillis() / 100);

  /**
   * Ends a process that somebody else started, once the writing end of the pipe is gone. What was
   * started in a shell's background ignores the first two signals, unless it asks for them as
   * PostgreSQL does.
   */
  private static final String END_WITH_US =
      """
      read -r _
      for signal in INT QUIT KILL; do
        kill -$signal "$1" || exit 0
        tries=0
        while [ $tries -lt %d ] && kill -0 "$1"; do sleep 0.1; tries=$((tries + 1)); done
      done
      """
          .formatted(GRACE.toMillis() / 100);

  private final Process process;

  private BoundProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a command.
   *
   * @param environment variables added to this process's own
   * @param log file that receives the command's output and errors, appended
   */
  public static BoundProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    List<String> watched = new ArrayList<>(List.of("/bin/sh", "-c", EXEC_UNDER_WATCH, "sh"));
    watched.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(watched);
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new BoundProcess(builder.start());
  }

  /**
   * Binds a process that a library started: it is interrupted when this process ends. Closing what
   * is returned interrupts it as well.
   */
  public static BoundProcess bind(long processId) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", END_WITH_US, "sh", Long.toString(processId));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new BoundProcess(builder.start());
  }

  public long processId() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The child's exit code; only after it ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Kills the child at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the child to stop and does not wait. */
  public void askToStop() {
    process.destroy();
  }

  /** Asks the child to stop, waits a while, then kills it. */
  @Override
  public void close() {
    askToStop();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
