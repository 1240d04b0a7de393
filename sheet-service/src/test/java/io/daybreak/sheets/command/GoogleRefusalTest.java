package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.KeyFile;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.StagingTab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Google refuses or leaves unanswered, and that nothing is sent twice. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class GoogleRefusalTest extends RunInASpreadsheet {

  @Test
  void googlesRefusalsHaveTheirReasons() {
    google.next("GET", Trouble.Status.of(403, "PERMISSION_DENIED"));
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_NOT_SHARED, KeyFile.EMAIL);

    run = new ImportRun("unknown-" + spreadsheet, Layouts.small());
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_NOT_FOUND, "No spreadsheet has this id");

    run = new ImportRun(spreadsheet, Layouts.small());
    google.next(":batchUpdate", Trouble.Status.of(400, "INVALID_ARGUMENT"));
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_REFUSED, "as told by the test");

    run = new ImportRun(spreadsheet, Layouts.small());
    google.next(":batchUpdate", Trouble.Status.of(500, "INTERNAL"));
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_UNAVAILABLE, "HTTP 500");
  }

  @Test
  void aWriteThatTimesOutFailsTheRunAndIsNotRepeated() {
    handle(run.prepare(2));
    google.next("/values/", new Trouble.DoneWithoutAnswer());
    handle(run.write(rows(0, 2)), run.finish());

    assertFailed(FailureCode.SHEET_TIMEOUT, "did not answer within 6 seconds");
    assertThat(google.writes(spreadsheet)).hasSize(2);
  }

  @Test
  void a429IsWaitedOutAndThenFailsTheRun() {
    google.next(":batchUpdate", Trouble.Status.of(429, "RESOURCE_EXHAUSTED"));
    handle(run.prepare(2));
    assertThat(events.of(run.id)).isNotNull();
    assertThat(google.writes(spreadsheet)).hasSize(2);

    IntStream.range(0, 5)
        .forEach(i -> google.next("/values/", Trouble.Status.of(429, "RESOURCE_EXHAUSTED")));
    handle(run.write(rows(0, 2)));
    assertFailed(FailureCode.SHEET_RATE_LIMITED, "quota");
    assertThat(google.writes(spreadsheet)).hasSize(5);
    google.forget();
  }

  @Test
  void aPublicationThatTimedOutButHappenedSucceeds() {
    hold(tabOfTenDays());
    handle(run.prepare(4), run.write(days(DAY, 4)));
    google.next(":batchUpdate", new Trouble.DoneWithoutAnswer());

    handle(run.finish());

    assertFinished(4);
    assertThat(keywords()).containsOnly("new");
  }

  @Test
  void aPublicationThatTimedOutAndDidNotHappenFailsAndIsNotRepeated() {
    hold(tabOfTenDays());
    handle(run.prepare(4), run.write(days(DAY, 4)));
    google.next(":batchUpdate", new Trouble.NoAnswer());

    handle(run.finish());

    assertFailed(FailureCode.SHEET_TIMEOUT, "6 seconds");
    assertThat(google.writes(spreadsheet)).hasSize(3);
    assertThat(keywords()).hasSize(10).containsOnly("old");
  }

  @Test
  void aPublicationThatIsRefusedLeavesTheTabAsItWas() {
    hold(tabOfTenDays());
    handle(run.prepare(4), run.write(days(DAY, 4)));
    google.next(":batchUpdate", Trouble.Status.of(400, "INVALID_ARGUMENT"));

    handle(run.finish(), run.abandon());

    assertFailed(FailureCode.SHEET_REFUSED, "");
    assertThat(keywords()).hasSize(10).containsOnly("old");
    assertThat(content.tabs()).hasSize(1);
  }

  @Test
  void aStagingTabThatSomebodyDeletedFailsTheRun() {
    hold(tabOfTenDays());
    handle(run.prepare(4), run.write(days(DAY, 2)));
    content.remove(content.tab(StagingTab.titleOf(run.id)).orElseThrow());

    handle(run.write(days(DAY, 2)));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "hidden tab");
  }

  private static List<List<String>> rows(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> List.of(DAY.plusDays(i / 500).toString(), i == 0 ? "=1+1" : "키워드 " + i, i + ".5"))
        .toList();
  }
}
