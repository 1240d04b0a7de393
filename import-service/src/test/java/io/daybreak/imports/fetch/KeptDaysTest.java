package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.report.DayReports;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.testing.SimulatedNaver;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What becomes of days that NAVER no longer keeps. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(SimulatedNaver.class)
class KeptDaysTest extends ImportOverTheWire {

  /** The run was queued before midnight, and starts when its first days are no longer kept. */
  @Test
  void daysThatNaverNoLongerKeepsAreNotAskedFor() {
    LocalDate today = YESTERDAY.plusDays(1);
    LocalDate kept = today.minusDays(Format.NSA_GQ.daysKept());

    SentRows sent = work.execute(run(Format.NSA_GQ, kept.minusDays(2), kept), progress);

    assertThat(naver.calls("POST /stat-reports"))
        .isEqualTo(DayReports.of(Format.NSA_GQ).orders(kept, today).size());
    assertThat(sent.leftOut()).startsWith(kept.minusDays(2), kept.minusDays(1));
    assertThat(progress.days.get()).isEqualTo(3);
  }
}
