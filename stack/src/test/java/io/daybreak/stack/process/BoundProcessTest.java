package io.daybreak.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundProcessTest {

  private static final List<String> SLEEP = List.of("sleep", "600");

  /** A parent that can be killed: it starts a child and says which. */
  static final class Parent {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      BoundProcess child = BoundProcess.start(SLEEP, Map.of(), Path.of(arguments[0]));
      Process stranger = new ProcessBuilder(SLEEP).start();
      BoundProcess.bind(stranger.pid());
      System.out.println(child.processId());
      System.out.println(stranger.pid());
      System.in.read();
    }
  }

  @Test
  void childrenEndWhenTheirParentIsKilled(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.resolve("log").toString())
            .start();
    BufferedReader output = new BufferedReader(new InputStreamReader(parent.getInputStream()));
    long child = Long.parseLong(output.readLine());
    long stranger = Long.parseLong(output.readLine());
    assertThat(isAlive(child)).isTrue();
    assertThat(isAlive(stranger)).isTrue();

    parent.destroyForcibly().waitFor();

    await("the watchers see the end of the pipe")
        .atMost(Duration.ofSeconds(60))
        .until(() -> !isAlive(child) && !isAlive(stranger));
  }

  @Test
  void theProcessIdIsTheChildsOwnAndItsOutputIsLogged(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");

    try (BoundProcess child =
        BoundProcess.start(
            List.of("sh", "-c", "echo $$ $GREETING; exec sleep 600"),
            Map.of("GREETING", "안녕"),
            log)) {
      await("the child writes its line")
          .until(() -> Files.readString(log).equals(child.processId() + " 안녕\n"));
    }
  }

  @Test
  void closingEndsAChildThatWouldStay(@TempDir Path folder) throws Exception {
    BoundProcess child = BoundProcess.start(SLEEP, Map.of(), folder.resolve("log"));

    child.close();

    assertThat(child.isAlive()).isFalse();
    assertThat(isAlive(child.processId())).isFalse();
  }

  @Test
  void aChildThatEndsByItselfLeavesItsExitCode(@TempDir Path folder) throws Exception {
    BoundProcess child =
        BoundProcess.start(List.of("sh", "-c", "exit 3"), Map.of(), folder.resolve("log"));

    await("the child ends").until(() -> !child.isAlive());

    assertThat(child.exitCode()).isEqualTo(3);
  }

  /** A killed orphan may stay in the table of processes, as a zombie, where nobody reaps it. */
  private static boolean isAlive(long processId) throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(processId).filter(ProcessHandle::isAlive);
    Path status = Path.of("/proc", Long.toString(processId), "stat");
    return process.isPresent()
        && !(Files.exists(status) && Files.readString(status).contains(") Z "));
  }
}
