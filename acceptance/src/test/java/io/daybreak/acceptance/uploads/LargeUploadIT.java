package io.daybreak.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.acceptance.bench.csv.UploadLoad;
import io.daybreak.acceptance.bench.csv.UploadLoad.Large;
import io.daybreak.acceptance.bench.csv.UploadLoad.Many;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A file that is larger than the heap, and more files at once than there are workers; {@code
 * ./daybreak bench csv} does the same in earnest.
 */
class LargeUploadIT {

  private static final int MEGABYTES = 140;
  private static final String HEAP = "128m";
  private static final int FILES = 10;
  private static final int CHANNELS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @Test
  void memoryDoesNotGrowWithTheFileNorWithTheirNumber() throws Exception {
    StackOptions options = StackOptions.of(Set.of(ServiceName.IMPORT)).withHeap(HEAP);
    try (Stack stack = Stack.start(new Workspace(Path.of("..")), options);
        UploadLoad load = UploadLoad.begin(stack, PATIENCE)) {
      Large large = load.large(MEGABYTES, PATIENCE);
      Many many = load.many(FILES, CHANNELS, PATIENCE);

      assertThat(large.whole()).isTrue();
      assertThat(many.right()).as(many.toString()).isTrue();
    }
  }
}
