package io.daybreak.imports.fetch;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Person;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** An import on its own account, from the wire of NAVER to the queue of sheet-service. */
abstract class ImportOverTheWire {

  static final LocalDate YESTERDAY = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(1);

  @Inject NaverImport work;
  @Inject FakeNaver naver;
  @Inject FakeSheets sheets;
  @Inject MovableClock clock;

  final String customerId = Person.newCustomerId();
  final Progress progress = new Progress();

  /** At night NAVER does not have yesterday yet. */
  @BeforeEach
  void itIsNoon() {
    clock.moveTo(YESTERDAY.plusDays(1), LocalTime.NOON);
  }

  ClaimedRun run(Format format, LocalDate from, LocalDate to) {
    return run(Person.marketer().registerKey(customerId), format, from, to);
  }

  ClaimedRun run(UUID apiKey, Format format, LocalDate from, LocalDate to) {
    return new ClaimedRun(
        UUID.randomUUID(),
        UUID.randomUUID(),
        apiKey,
        customerId,
        format,
        Person.newSpreadsheetId(),
        null,
        from,
        to,
        RunKind.CREATE);
  }
}
