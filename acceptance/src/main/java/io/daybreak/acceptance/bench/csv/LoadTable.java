package io.daybreak.acceptance.bench.csv;

import io.daybreak.simulators.glue.Jobs.Job;
import io.daybreak.simulators.s3.S3Object;
import io.daybreak.simulators.slack.Content;
import io.daybreak.stack.start.SampleTables;
import io.daybreak.stack.start.Simulators;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A table for measurements, and files for it. A file repeats one block of lines, so that making it
 * costs next to nothing; whoever reads it cannot know.
 */
final class LoadTable {

  static final String FILE_NAME = "load.csv";

  private static final String JOB = "bench-load";
  private static final int RUNS_AT_ONCE = 10_000;
  private static final int LINES_OF_A_BLOCK = 1_000;

  private static final String CONFIGURATION =
      """
      {"project": "bench", "name": "load",
       "schema": {"columns": [
         {"name": "order_id", "type": "integer", "index": true},
         {"name": "day", "type": "date"},
         {"name": "product", "type": "string"},
         {"name": "amount", "type": "decimal"},
         {"name": "paid_at", "type": "timestamp"}]},
       "options": {
         "targetPath": "s3://daybreak-lake/{project}/{table}/{upload}.csv",
         "jobName": "bench-load"}}
      """;

  private static final String HEADER = "order_id,day,product,amount,paid_at\n";

  /** The index column is no number. */
  private static final String WRONG_LINE = "-,2026-11-20,우산,1.50,2026-11-20 10:00:00\n";

  private LoadTable() {}

  static void create(Simulators simulators) {
    SampleTables.configure(simulators.s3(), "load", CONFIGURATION);
    simulators.glue().jobs().create(new Job(JOB, RUNS_AT_ONCE, Duration.ofSeconds(5)));
  }

  /** What came out, by now. */
  static Collection<S3Object> objects(Simulators simulators) {
    return simulators.s3().buckets().list(SampleTables.LAKE_BUCKET, "bench/load/").values();
  }

  static int unfinished(Simulators simulators) {
    return simulators.s3().buckets().unfinished(SampleTables.LAKE_BUCKET, "bench/load/").size();
  }

  static int runs(Simulators simulators) {
    return simulators.glue().jobs().runs(JOB).size();
  }

  /** A file of at least so many bytes. */
  static Content file(long bytes) {
    return file(bytes, "");
  }

  /** The same with a mistake in its last line. */
  static Content wrongFile(long bytes) {
    return file(bytes, WRONG_LINE);
  }

  /** Records of a file of that many bytes. */
  static long records(long bytes) {
    return blocks(bytes, block()) * LINES_OF_A_BLOCK;
  }

  private static Content file(long bytes, String lastLine) {
    Buffer block = block();
    long blocks = blocks(bytes, block);
    Buffer header = Buffer.buffer(HEADER);
    Buffer end = Buffer.buffer(lastLine);
    return new Content(
        header.length() + blocks * block.length() + end.length(),
        () -> pieces(header, block, blocks, end));
  }

  private static Iterator<Buffer> pieces(Buffer header, Buffer block, long blocks, Buffer end) {
    Stream<Buffer> last = end.length() == 0 ? Stream.empty() : Stream.of(end);
    Stream<Buffer> middle = Stream.generate(() -> block).limit(blocks);
    return Stream.concat(Stream.of(header), Stream.concat(middle, last)).iterator();
  }

  private static long blocks(long bytes, Buffer block) {
    return (bytes - HEADER.length() + block.length() - 1) / block.length();
  }

  private static Buffer block() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES_OF_A_BLOCK; i++) {
      lines.append(
          "%d,2026-11-%02d,\"우산, %d호\",%d.50,2026-11-20 %02d:%02d:00\n"
              .formatted(1_000_000 + i, 1 + i % 28, i % 100, 1_000 + i, i % 24, i % 60));
    }
    return Buffer.buffer(lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
