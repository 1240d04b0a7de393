package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many people, a batch and the sweep at the same key at the same time. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class CrowdTest {

  private static final long SEED = System.nanoTime();
  private static final int LIMIT = 3;

  @Inject RunSweep sweep;
  @Inject Database database;
  @Inject MovableClock clock;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();

  @Test
  void nothingLocksUpAndNothingIsLeftBehind() {
    UUID key = person.registerKey(customerId);
    clock.moveTo(LocalDate.of(2040, 1, 1), LocalTime.of(7, 30));
    List<Accepted> sets =
        IntStream.range(0, 12)
            .mapToObj(i -> person.define(key, customerId, newSpreadsheetId()))
            .toList();
    ExecutorService crowd = Executors.newFixedThreadPool(8);

    List<Integer> answers =
        IntStream.range(0, 160)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> act(new Random(SEED + number), sets), crowd))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    crowd.shutdown();

    assertThat(answers).as("seed %d", SEED).allMatch(status -> status < 500);
    await("every run ends").atMost(Duration.ofSeconds(60)).until(() -> live(key) == 0);
    assertThat(mostAtOnce(key)).isLessThanOrEqualTo(LIMIT);
    clock.moveTo(LocalDate.now(), LocalTime.NOON);
  }

  private int act(Random random, List<Accepted> sets) {
    UUID set = sets.get(random.nextInt(sets.size())).id();
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> person.update(set).statusCode();
      case 3, 4 -> person.cancel(set).statusCode();
      case 5 -> Person.service().request().post("/api/batches/morning").statusCode();
      case 6 -> person.request().get("/api/raw-data").statusCode();
      default -> {
        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        yield 200;
      }
    };
  }

  private long live(UUID key) {
    return database.number(
        "select count(*) from run where api_key_id = ? and state between 1 and 6", key);
  }

  /** By the log: entering CREATING takes a place, leaving IMPORTING frees it. */
  private long mostAtOnce(UUID key) {
    return database.number(
        """
        with moves as (
          select run_log.id,
                 case when run_log.state = 3 then 1
                      when run_log.state in (0, 5)
                           and lag(run_log.state) over (partition by run_id order by run_log.id) in (3, 4)
                      then -1 else 0 end as step
          from run_log join run on run.id = run_log.run_id
          where run.api_key_id = ?)
        select max(taken) from (select sum(step) over (order by id) as taken from moves) as places
        """,
        key);
  }
}
