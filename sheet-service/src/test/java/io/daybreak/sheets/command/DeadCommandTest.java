package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.MessageTypes;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.StagingTab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Commands that died on their queue. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class DeadCommandTest extends RunInASpreadsheet {

  @Inject ObjectMapper json;
  @Inject Pool pool;

  @Test
  void aRunThatLostACommandFailsAndTheCommandIsNotCarriedOut() {
    handle(run.prepare(4), run.write(days(DAY, 2)));

    dies(run.write(days(DAY.plusDays(2), 2)));

    assertFailed(FailureCode.MESSAGE_LOST, "Command 2 of the run");
    assertThat(content.tab(Layouts.TITLE)).isEmpty();
    assertThat(google.writes(spreadsheet)).hasSize(2);
  }

  /** Which of the two is seen first is luck, and must decide nothing. */
  @Test
  void theGapThatADeadCommandLeavesIsALostMessageToo() {
    handle(run.prepare(4));
    dies(run.write(days(DAY, 2)));

    handle(run.write(days(DAY.plusDays(2), 2)));

    assertFailed(FailureCode.MESSAGE_LOST, "Command 1 of the run");
  }

  @Test
  void aRunWhoseFirstCommandDiedFails() {
    dies(run.prepare(4));

    assertFailed(FailureCode.MESSAGE_LOST, "Command 0 of the run");
  }

  @Test
  void aCommandThatWasCarriedOutBeforeItDiedChangesNothing() {
    SheetCommand prepare = run.prepare(4);
    handle(prepare);

    dies(prepare);

    await("the letter")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(outcomes()).hasSize(1));
    assertThat(outcomes().get(0)).startsWith("SYNCED Nothing to do");
    assertThat(events.of(run.id)).containsExactly(new TabPrepared(run.id));
  }

  @Test
  void anAbandonmentThatDiedRemovesTheStagingTabAllTheSame() {
    handle(run.prepare(4));
    assertThat(titles()).contains(StagingTab.titleOf(run.id));

    dies(run.abandon());

    await("the staging tab's end")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(titles()).containsExactly("report"));
  }

  private void dies(SheetCommand command) {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(
          Queue.SHEET_COMMANDS,
          command.group(),
          MessageTypes.nameOf(command),
          json.writeValueAsString(command));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> outcomes() {
    return StreamSupport.stream(
            pool.preparedQuery(
                    "select state || ' ' || outcome as ended from dead_letter"
                        + " where body like '%' || $1 || '%' and outcome is not null")
                .executeAndAwait(Tuple.of(run.id.toString()))
                .spliterator(),
            false)
        .map(row -> row.getString("ended"))
        .toList();
  }
}
