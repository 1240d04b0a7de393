package io.daybreak.imports.status;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Imports followed live. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class StatusEventsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject FakeSheets sheets;

  @TestHTTPResource("/api/raw-data/events")
  URI events;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();

  @Test
  void aListenerSeesWhatMovesAndHowItEnds() {
    UUID key = person.registerKey(customerId);
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    Accepted standing = person.define(key, customerId, spreadsheetId);

    List<String> seen = listen(person.name());
    await("what is moving comes first")
        .atMost(PATIENCE)
        .until(() -> seen.stream().anyMatch(line -> line.contains(standing.runId().toString())));
    Accepted moving = person.define(key, customerId, newSpreadsheetId());

    await("the end is told")
        .atMost(PATIENCE)
        .until(
            () ->
                seen.stream()
                    .anyMatch(
                        line ->
                            line.contains(moving.runId().toString())
                                && line.contains("\"SUCCESS\"")));
  }

  @Test
  void aListenerHearsNothingOfOthers() {
    UUID key = person.registerKey(customerId);
    List<String> overheard = listen(Person.marketer().name());
    List<String> own = listen(person.name());

    Accepted moving = person.define(key, customerId, newSpreadsheetId());

    await("the owner hears of it")
        .atMost(PATIENCE)
        .until(() -> own.stream().anyMatch(line -> line.contains(moving.runId().toString())));
    assertThat(overheard).noneMatch(line -> line.contains(moving.runId().toString()));
  }

  @Test
  void aListenerKnowsAtOnceThatItIsHeard() {
    List<String> quiet = listen(person.name());

    await("a comment")
        .atMost(PATIENCE)
        .until(() -> quiet.stream().anyMatch(line -> line.matches(": ?alive")));
  }

  private List<String> listen(String subject) {
    List<String> lines = new CopyOnWriteArrayList<>();
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .header("Authorization", "Bearer " + Tokens.of(subject, "marketer"))
            .build();
    CompletableFuture<?> answer =
        HttpClient.newHttpClient()
            .sendAsync(request, BodyHandlers.ofLines())
            .thenAcceptAsync(response -> response.body().forEach(lines::add));
    assertThat(answer).isNotCompletedExceptionally();
    return lines;
  }
}
