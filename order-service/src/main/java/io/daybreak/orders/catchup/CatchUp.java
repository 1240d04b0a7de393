package io.daybreak.orders.catchup;

import io.daybreak.orders.reviewmail.MissedMail;
import io.daybreak.orders.reviewmail.MissedMails;
import io.daybreak.orders.reviewmail.MissedMails.Range;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goes through all orders of a range, a batch a transaction. */
@ApplicationScoped
public class CatchUp {

  private static final int BATCH = 200;

  private final MissedMails missed;

  CatchUp(MissedMails missed) {
    this.missed = missed;
  }

  /**
   * Plans, or with {@code dryRun} only lists, the mails that should have been sent and were not. A
   * second run finds nothing left to plan.
   */
  public Uni<CatchUpReport> run(Range range, boolean dryRun) {
    CatchUpReport.Builder report = new CatchUpReport.Builder(range.since(), dryRun);
    return batch(range, dryRun, 0, report).chain(() -> missed.unclear(range)).map(report::build);
  }

  private Uni<Void> batch(
      Range range, boolean dryRun, long afterRow, CatchUpReport.Builder report) {
    return missed
        .next(range, afterRow, BATCH, dryRun)
        .invoke(report::add)
        .chain(
            found ->
                found.size() < BATCH
                    ? Uni.createFrom().voidItem()
                    : batch(range, dryRun, last(found).rowId(), report));
  }

  private static MissedMail last(List<MissedMail> found) {
    return found.get(found.size() - 1);
  }
}
