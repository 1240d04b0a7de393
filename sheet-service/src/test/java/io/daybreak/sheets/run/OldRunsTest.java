package io.daybreak.sheets.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class OldRunsTest {

  @Inject OldRuns old;
  @Inject BlockingSql sql;

  @Test
  void whatEndedLongAgoGoesInSlicesAndWhatIsLiveOrHasAStagingTabStays() {
    String spreadsheet = "old-" + UUID.randomUUID();
    run(spreadsheet, "FINISHED", 40, null);
    run(spreadsheet, "ABANDONED", 39, null);
    run(spreadsheet, "FINISHED", 29, null);
    run(spreadsheet, "ABANDONED", 38, 7);
    run(spreadsheet, "STAGING", 37, null);

    assertThat(sql.changed(old.statement(), old.age(), 1)).isEqualTo(1);
    assertThat(ages(spreadsheet)).containsExactly(39L, 38L, 37L, 29L);

    sql.changed(old.statement(), old.age(), 100);
    assertThat(ages(spreadsheet)).containsExactly(38L, 37L, 29L);
  }

  private void run(String spreadsheet, String state, int daysAgo, @Nullable Integer stagingTab) {
    sql.changed(
        """
        insert into tab_write (run_id, spreadsheet_id, state, updated_at, staging_sheet_id)
        values (gen_random_uuid(), $1, $2, now() - make_interval(days => $3), $4)
        """,
        spreadsheet,
        state,
        daysAgo,
        stagingTab);
  }

  private List<Long> ages(String spreadsheet) {
    return sql
        .list(
            """
            select extract(day from now() - updated_at)::bigint as age from tab_write
            where spreadsheet_id = $1 order by updated_at
            """,
            spreadsheet)
        .stream()
        .map(row -> row.getLong("age"))
        .toList();
  }
}
