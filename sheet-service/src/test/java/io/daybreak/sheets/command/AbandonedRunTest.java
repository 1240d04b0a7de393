package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.StagingTab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs that end before they publish. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class AbandonedRunTest extends RunInASpreadsheet {

  @Test
  void anAbandonedRunLeavesTheSpreadsheetAsItWas() {
    handle(run.prepare(2), run.write(rows(0, 2)), run.abandon(), run.finish());

    assertThat(content.tabs()).extracting(tab -> tab.title).containsExactly("report");
    await("events travel over a real queue")
        .untilAsserted(() -> assertThat(events.of(run.id)).hasSize(2));
  }

  @Test
  void aRunThatWasAbandonedBeforeItBeganDoesNothing() {
    handle(run.abandon(), run.prepare(2), run.write(rows(0, 2)));

    assertThat(google.calls(spreadsheet)).isEmpty();
  }

  @Test
  void anAbandonedStagingTabThatGoogleKeptIsRemovedByTheNextRun() {
    handle(run.prepare(2));
    google.next(":batchUpdate", Trouble.Status.of(503, "UNAVAILABLE"));
    handle(run.abandon());
    assertThat(content.tabs()).hasSize(2);

    ImportRun next = new ImportRun(spreadsheet, Layouts.small());
    handle(next.prepare(2));

    assertThat(content.tabs())
        .extracting(tab -> tab.title)
        .containsExactly("report", StagingTab.titleOf(next.id));
  }

  @Test
  void aHiddenTabThatIsNotOursStays() {
    FakeTab foreign = new FakeTab(77, StagingTab.titleOf(UUID.randomUUID()), 3, 3);
    foreign.hidden = true;
    content.add(foreign);

    handle(run.prepare(2), run.abandon());

    assertThat(content.tab(foreign.title)).isPresent();
  }

  private static List<List<String>> rows(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> List.of(DAY.plusDays(i / 500).toString(), i == 0 ? "=1+1" : "키워드 " + i, i + ".5"))
        .toList();
  }
}
