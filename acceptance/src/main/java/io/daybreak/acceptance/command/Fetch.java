package io.daybreak.acceptance.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** For init containers in a cluster: what comes after them needs the stack, and one of its keys. */
@Command(
    name = "fetch",
    hidden = true,
    description = "Wait until a stack elsewhere answers, and keep its answer.",
    mixinStandardHelpOptions = true)
public final class Fetch implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  @Parameters(index = "0", paramLabel = "URL", description = "What to ask for.")
  private URI url = URI.create("");

  @Nullable
  @Parameters(index = "1", paramLabel = "FILE", arity = "0..1", description = "Takes the answer.")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (answered(client)) {
        return 0;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("%s did not answer for %s".formatted(url, PATIENCE));
  }

  private boolean answered(HttpClient client) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer =
          client.send(
              HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException notYetThere) {
      return false;
    }
    if (answer.statusCode() == 200 && file != null) {
      Files.write(file, answer.body());
    }
    return answer.statusCode() == 200;
  }
}
