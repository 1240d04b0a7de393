package io.daybreak.acceptance.uploads;

import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.RowTrap;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.stack.service.ServiceName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An upload that stops between two of its steps, where the outside or the database lets it wait.
 */
final class HeldUpload {

  static final String CONTENT = "id,day,note\n1,2026-11-20,a\n";

  private static final String STATE =
      """
      select concat_ws(' ', state, nullif(notice_state, 'NONE')) as state
      from csv_upload where file_id = ?
      """;

  private final World world;
  private final Duration patience;
  private final Uploads uploads;
  private final List<Callable<Boolean>> signs = new ArrayList<>();
  private @Nullable RowTrap trap;
  private @Nullable SharedFile file;

  /**
   * @param patience how long it may take to where it is to stop
   */
  HeldUpload(World world, Duration patience) {
    this.world = world;
    this.patience = patience;
    this.uploads = Uploads.ofPlainTable(world);
  }

  Uploads uploads() {
    return uploads;
  }

  SharedFile file() {
    return Objects.requireNonNull(file);
  }

  /** Glue's next call of this kind has this fault. */
  HeldUpload glue(String operation, Fault fault) {
    world
        .glue()
        .faults()
        .add(FaultRule.on("POST", "/", fault).where("operation", operation).onlyCall(1));
    return until(() -> hangs(world.glue().journal(), call -> operation.equals(operation(call))));
  }

  /** The same where the call does not hang, so that the upload goes on. */
  HeldUpload unanswered(String operation) {
    world
        .glue()
        .faults()
        .add(
            FaultRule.on("POST", "/", new Fault.ResetAfter())
                .where("operation", operation)
                .onlyCall(1));
    return this;
  }

  /** Slack's next call of this kind has this fault. */
  HeldUpload slack(String path, Fault fault) {
    world.slack().faults().add(FaultRule.on("POST", path, fault).onlyCall(1));
    return until(() -> hangs(world.slack().journal(), call -> call.path().equals(path)));
  }

  /** The table's next call of S3 of this kind has this fault. */
  HeldUpload s3(String operation, Fault fault) {
    String path = "/daybreak-lake/proof/" + uploads.table() + "/.*";
    world
        .s3()
        .faults()
        .add(FaultRule.on(null, path, fault).where("operation", operation).onlyCall(1));
    return until(() -> hangs(world.s3().journal(), call -> call.path().matches(path)));
  }

  /** The database lets whoever writes such a row of it wait. */
  HeldUpload holding(String condition) throws SQLException {
    RowTrap set =
        RowTrap.holding(
            world.database(ServiceName.IMPORT),
            "csv_upload",
            "new.channel_id = '%s' and %s".formatted(uploads.channel(), condition));
    trap = set;
    return until(() -> set.caught() > 0);
  }

  /** One more sign that it is where it is to stop. */
  HeldUpload until(Callable<Boolean> sign) {
    signs.add(sign);
    return this;
  }

  /** Its state, and where people are told already, how far that is. */
  HeldUpload in(String state) {
    return until(() -> state().equals(state));
  }

  HeldUpload drop() {
    file = uploads.drop(CONTENT);
    return this;
  }

  /** Waits until it stops where it is to; or fails if it went on meanwhile. */
  void awaitHeld() {
    for (int i = 0; i < signs.size(); i++) {
      await("sign %d that %s is held, now in %s".formatted(i, uploads.table(), state()))
          .atMost(patience)
          .until(signs.get(i));
    }
  }

  private static boolean hangs(Journal journal, Predicate<JournalEntry> which) {
    return Calls.in(journal)
            .faulty()
            .where(which)
            .where(call -> call.outcome() == JournalEntry.Outcome.OPEN)
            .count()
        > 0;
  }

  private static @Nullable String operation(JournalEntry call) {
    return call.identity().get("operation");
  }

  /** The database lets its row be written again. */
  void release() {
    try {
      if (trap != null) {
        trap.close();
        trap = null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@link #in} names it; empty before it is recorded. */
  String state() {
    List<Map<String, @Nullable Object>> rows =
        world.database(ServiceName.IMPORT).rows(STATE, file().id());
    return rows.isEmpty() ? "" : String.valueOf(rows.get(0).get("state"));
  }
}
