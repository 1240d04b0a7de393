package io.daybreak.imports.batch;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class LateBatchRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2031, 5, 1);

  @Inject LateBatchRule rule;
  @Inject Database database;
  @Inject FakeSheets sheets;
  @Inject MovableClock clock;

  private UUID key;
  private UUID run;

  @BeforeEach
  void oneScheduledSet() {
    database.change("update raw_data set schedule_enabled = false");
    Person person = Person.marketer();
    String customerId = newCustomerId();
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    key = person.registerKey(customerId);
    Person.Accepted set = person.define(key, customerId, spreadsheetId);
    run = set.runId();
    database.change("update raw_data set schedule_enabled = (id = ?)", set.id());
  }

  @AfterEach
  void theRealDay() {
    database.change("update raw_data set schedule_enabled = false");
    database.change("update run set trigger = 'PERSON', batch_date = null where id = ?", run);
    database.change("delete from batch_key where batch_date = ?", TODAY);
    database.change("delete from batch where date = ?", TODAY);
    clock.moveTo(LocalDate.now(), LocalTime.NOON);
  }

  @Test
  void aBatchThatWasNotStartedIsLateAfterItsGrace() {
    assertThat(at(7, 0)).isEqualTo(Finding.NONE);
    assertThat(at(7, 39)).isEqualTo(Finding.NONE);

    Finding late = at(7, 41);
    assertThat(late.count()).isEqualTo(1);
    assertThat(late.english()).contains("2031-05-01 was not started; 1 raw-data sets");
    assertThat(late.korean()).contains("시작되지 않았습니다");

    database.change("insert into batch (date, started_by) values (?, 'test')", TODAY);
    assertThat(at(7, 41)).isEqualTo(Finding.NONE);
  }

  @Test
  void withoutScheduledSetsNothingIsLate() {
    database.change("update raw_data set schedule_enabled = false");

    assertThat(at(9, 0)).isEqualTo(Finding.NONE);
  }

  @Test
  void aBatchThatShouldHaveEndedIsUnfinished() {
    database.change("insert into batch (date, started_by) values (?, 'test')", TODAY);
    database.change("update run set trigger = 'BATCH', batch_date = ? where id = ?", TODAY, run);
    database.change(
        "insert into batch_key (batch_date, api_key_id, runs, plan_calls, plan_rows, expected_end)"
            + " values (?, ?, 1, 1, 1, timestamptz '2031-05-01 08:00+09')",
        TODAY,
        key);

    assertThat(at(8, 29)).isEqualTo(Finding.NONE);
    assertThat(at(8, 31).count()).isEqualTo(1);
    assertThat(at(8, 31).english()).contains("not finished").contains("1 imports");
  }

  private Finding at(int hour, int minute) {
    clock.moveTo(TODAY, LocalTime.of(hour, minute));
    return rule.evaluate(TODAY.atTime(hour, minute).atZone(ImportDays.SEOUL).toInstant());
  }
}
