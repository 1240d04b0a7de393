package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports into a tab that is there already: replaced, updated from a day on, or refused. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class ExistingTabTest extends RunInASpreadsheet {

  @BeforeEach
  void anEarlierImport() {
    hold(tabOfTenDays(), new FakeTab(0, "report", 100, 10));
  }

  @Test
  void aShorterImportReplacesAllRowsAndCutsTheRest() {
    handle(run.prepare(4), run.write(days(DAY, 4)), run.finish());

    assertFinished(4);
    assertThat(tab().id).isEqualTo(TAB);
    assertThat(tab().rows).hasSize(6);
    assertThat(keywords()).containsExactly("new", "new", "new", "new");
    assertThat(content.tabs()).hasSize(2);
  }

  @Test
  void aLongerImportGrowsTheTab() {
    handle(run.prepare(30), run.write(days(DAY, 30)), run.finish());

    assertFinished(30);
    assertThat(tab().rows).hasSize(32);
    assertThat(tab().row(31))
        .containsExactly(serial(DAY.plusDays(29)), "new", new BigDecimal("2.5"));
  }

  @Test
  void anImportOfNoRowsLeavesTheHeader() {
    handle(run.prepare(0), run.finish());

    assertFinished(0);
    assertThat(tab().rows).hasSize(3);
    assertThat(tab().row(2)).containsExactly("", "", "");
    assertThat(tab().row(1)).containsExactly("date", "keyword", "cost");
  }

  @Test
  void aNewTabOfNoRowsIsItsHeader() {
    content.remove(tab());

    handle(run.prepare(0), run.finish());

    assertFinished(0);
    assertThat(tab().rows).hasSize(3);
    assertThat(tab().hidden).isFalse();
  }

  @Test
  void anUpdateReplacesTheRowsFromItsDayOn() {
    handle(run.prepare(DAY.plusDays(7), 5), run.write(days(DAY.plusDays(7), 5)), run.finish());

    assertFinished(12);
    assertThat(tab().rows).hasSize(14);
    assertThat(keywords().subList(0, 7)).containsOnly("old");
    assertThat(keywords().subList(7, 12)).containsOnly("new");
  }

  @Test
  void rowsThatPeopleAddedWhileTheUpdateRanAreSeen() {
    handle(run.prepare(DAY.plusDays(7), 1), run.write(days(DAY.plusDays(9), 1)));
    tab().with(2, serial(DAY), "old", BigDecimal.ONE);
    google.next(
        "GET",
        new Trouble.Meanwhile(
            () ->
                tab()
                    .rows
                    .add(3, new FakeTab(1, "t", 1, 3).with(0, serial(DAY), "old").rows.get(0))));

    handle(run.finish());

    assertFinished(9);
    assertThat(keywords()).hasSize(9).startsWith("old").endsWith("new");
  }

  @Test
  void aChangedHeaderFailsTheUpdate() {
    tab().with(1, "date", "cost", "keyword");

    handle(run.prepare(DAY.plusDays(7), 5));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "Cell B2", "says \"cost\" and not \"keyword\"");
  }

  @Test
  void anUpdateOfATabThatIsGoneFails() {
    content.remove(tab());

    handle(run.prepare(DAY.plusDays(7), 5));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "The tab is gone");
  }

  @Test
  void whatPeopleAddedDoesNotStandInTheWay() {
    tab().columns = 20;
    tab().with(4, "", "", "", "a note beside the data");
    tab().frozenRows = 9;
    tab().merges = 5;

    handle(run.prepare(2), run.write(days(DAY, 2)), run.finish());

    assertFinished(2);
    assertThat(tab().columns).isEqualTo(20);
    assertThat(tab().rows).hasSize(5);
    assertThat(keywords()).containsExactly("new", "", "new");
    assertThat(tab().row(3)).contains("a note beside the data");
    assertThat(tab().frozenRows).isEqualTo(2);
    assertThat(tab().merges).isEqualTo(5);
  }

  @Test
  void aTitleInAnotherCaseIsTheSameTab() {
    tab().title = Layouts.TITLE.toLowerCase(Locale.ROOT);

    handle(run.prepare(1), run.write(days(DAY, 1)), run.finish());

    assertFinished(1);
    assertThat(content.tabs()).hasSize(2);
  }
}
