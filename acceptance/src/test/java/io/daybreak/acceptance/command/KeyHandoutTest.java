package io.daybreak.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.access.KeyHandout;
import io.daybreak.simulators.kernel.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How a service in another container comes to the keys of this start. */
class KeyHandoutTest {

  @TempDir private Path folder;
  private Path tokenKey;
  private Path googleKey;

  @BeforeEach
  void keys() throws IOException {
    tokenKey = Files.writeString(folder.resolve("token-key.pem"), "public");
    googleKey = Files.writeString(folder.resolve("google.json"), "{\"private_key\": \"k\"}");
  }

  @Test
  void anInitContainerFetchesAKeyIntoAFile() throws IOException {
    Path fetched = folder.resolve("fetched.json");

    try (KeyHandout handout = KeyHandout.start(0, tokenKey, googleKey)) {
      assertThat(fetch(handout.url() + KeyHandout.GOOGLE_KEY, fetched.toString())).isZero();
    }

    assertThat(fetched).hasSameTextualContentAs(googleKey);
  }

  @Test
  void whatIsNotThereYetIsWaitedFor() throws Exception {
    int port = Ports.free();
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(
            () -> fetch("http://127.0.0.1:" + port + KeyHandout.TOKEN_KEY));

    try (KeyHandout handout = KeyHandout.start(port, tokenKey, googleKey)) {
      assertThat(waiting.get(30, TimeUnit.SECONDS)).isZero();
    }
  }

  private static int fetch(String... arguments) {
    return new CommandLine(new Fetch()).execute(arguments);
  }
}
