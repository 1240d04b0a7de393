package io.daybreak.acceptance.bench.csv;

import io.daybreak.acceptance.bench.csv.UploadLoad.Large;
import io.daybreak.acceptance.bench.csv.UploadLoad.Many;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.acceptance.terminal.TextTable.Column;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Measures CSV uploads on a service as it is delivered: one large file alone, then many at once.
 *
 * @param options the services to start
 * @param megabytes of the large file, 10^6 bytes each
 * @param files how many at once, one megabyte each
 */
public record UploadBench(StackOptions options, int megabytes, int files) {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** What import-service allows itself of Slack's files.info. */
  private static final double CALLS_PER_SECOND = 100 / 60.0;

  private static final int BURST = 21;

  /** Whether every file became what it had to. */
  public boolean run(Workspace workspace, Screen screen)
      throws IOException, SQLException, InterruptedException, TimeoutException {
    screen.line("Starting import-service, with a heap of " + options.heap());
    try (Stack stack = Stack.start(workspace, options);
        UploadLoad load = UploadLoad.begin(stack, PATIENCE)) {
      TextTable table =
          new TextTable(List.of(Column.of(""), Column.of("measured"), Column.of("to compare")));
      screen.line("One file of %d MB, alone".formatted(megabytes));
      Large large = load.large(megabytes, PATIENCE);
      show(large, table);
      screen.line("%d files of 1 MB at once, every tenth with a mistake".formatted(files));
      Many many = load.many(files, 1, PATIENCE);
      show(many, table);
      table.lines().forEach(screen::line);
      return large.whole() && many.right();
    }
  }

  private void show(Large large, TextTable table) {
    table.row(
        List.of(
            "file of %,d bytes, %,d rows".formatted(large.bytes(), large.records()),
            "%.1f s, %.1f MB/s".formatted(large.seconds(), large.bytes() / large.seconds() / 1e6),
            "%.1f s to read the same bytes and do nothing".formatted(large.bareSeconds())));
    table.row(
        List.of(
            "its object", large.whole() ? "whole" : "missing or not whole", "bytes of the file"));
    table.row(
        List.of(
            "peak memory of import-service",
            large.memory() + " MiB",
            "%d MiB after a file of 1 MB; heap %s"
                .formatted(large.memoryBefore(), options.heap())));
  }

  private void show(Many many, TextTable table) {
    table.row(
        List.of(
            many.files() + " files, until the last one has ended",
            "%.1f s".formatted(many.seconds()),
            "at least %.1f s: %d calls of files.info, 100 a minute after %d"
                .formatted(
                    Math.max(0, many.fileInfoCalls() - BURST) / CALLS_PER_SECOND,
                    many.fileInfoCalls(),
                    BURST)));
    table.row(
        List.of(
            "until people are told of the last one",
            "%.1f s".formatted(many.messageSeconds()),
            "at least %d s: one message a second in a channel".formatted(many.files() - 1)));
    table.row(
        List.of(
            "outcomes",
            many.outcomes().toString(),
            "%d files, every tenth with a mistake".formatted(many.files())));
    table.row(
        List.of(
            "objects, runs of the job, messages",
            "%d, %d, %d".formatted(many.objects(), many.runs(), many.messages()),
            "%d uploads left unfinished in S3".formatted(many.unfinished())));
    table.row(
        List.of("peak memory of import-service", many.memory() + " MiB", "heap " + options.heap()));
  }
}
