package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that end in a far future, where no other test's runs are. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RunAlertsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MOMENT = "2099-01-01 00:00:00Z";
  private static final Instant SOON_AFTER = Instant.parse("2099-01-01T00:10:00Z");

  @Inject FailedRunsRule failedRuns;
  @Inject RefusedKeysRule refusedKeys;
  @Inject RunEndings endings;
  @Inject FakeSheets sheets;
  @Inject Database database;

  private final Person person = Person.marketer();

  @AfterEach
  void backToThePresent() {
    database.change("update run set ended_at = now() where ended_at > now() + interval '1 year'");
  }

  @Test
  void failuresAboveTheThresholdAreCountedByReason() {
    for (int i = 0; i < 5; i++) {
      fails(FailureCode.WORKER_LOST);
    }
    assertThat(failedRuns.evaluate(SOON_AFTER)).isEqualTo(Finding.NONE);

    fails(FailureCode.SHEET_TIMEOUT);
    fails(FailureCode.CANCELLED);

    Finding found = failedRuns.evaluate(SOON_AFTER);
    assertThat(found.count()).isEqualTo(6);
    assertThat(found.english()).endsWith("WORKER_LOST 5, SHEET_TIMEOUT 1");
    assertThat(found.korean()).contains("6건");
    assertThat(failedRuns.evaluate(SOON_AFTER.plus(Duration.ofHours(1)))).isEqualTo(Finding.NONE);
  }

  @Test
  void aKeyThatNaverRefusesIsFoundUntilItsNextRunEndsOtherwise() {
    UUID key = fails(FailureCode.NAVER_KEY_REFUSED);

    assertThat(refusedKeys.evaluate(SOON_AFTER).count()).isEqualTo(1);

    database.change("update run set failure_code = 'SHEET_TIMEOUT' where api_key_id = ?", key);
    assertThat(refusedKeys.evaluate(SOON_AFTER)).isEqualTo(Finding.NONE);
  }

  /** Returns the run's key. */
  private UUID fails(FailureCode code) {
    String customerId = newCustomerId();
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    UUID key = person.registerKey(customerId);
    UUID run = person.define(key, customerId, spreadsheetId).runId();
    endings.fail(run, code, "On purpose.").await().atMost(PATIENCE);
    database.change("update run set ended_at = '" + MOMENT + "' where id = ?", run);
    return key;
  }
}
