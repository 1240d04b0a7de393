package io.daybreak.imports.fetch;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Naver;
import io.daybreak.imports.testing.Person;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** An import on its own account, from the wire of NAVER to the queue of sheet-service. */
abstract class ImportOverTheWire {

  static final LocalDate YESTERDAY = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(1);

  @Inject NaverImport work;
  @Inject FakeSheets sheets;
  @Inject MovableClock clock;

  final String customerId = Person.newCustomerId();
  final Progress progress = new Progress();
  Naver naver;
  private UUID apiKey;

  /** NAVER compares the time that calls are signed at with its own. */
  @BeforeEach
  void anAccount() {
    clock.followTime();
    naver = new Naver(customerId, size());
    apiKey =
        Person.marketer()
            .register(naver.licence(), "secret", customerId)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");
  }

  /** Size of the account, in the simulator's words. */
  Map<String, Object> size() {
    return Map.of();
  }

  ClaimedRun run(Format format, LocalDate from, LocalDate to) {
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
