package io.daybreak.imports.rawdata;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.imports.run.RunEndings;
import io.daybreak.imports.run.RunSteps;
import io.daybreak.kit.deadletter.DeadLetterSync;
import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;

/** Settles the run that a dead event of sheet-service was about. */
@ApplicationScoped
class SheetEventSync implements DeadLetterSync<SheetEvent> {

  private static final String NOTHING =
      "Nothing to do: the run does not wait for this event; it had it, or has ended";

  private final BlockingSql sql;
  private final RawDataSync sync;
  private final RunSteps steps;
  private final RunEndings endings;

  SheetEventSync(BlockingSql sql, RawDataSync sync, RunSteps steps, RunEndings endings) {
    this.sql = sql;
    this.sync = sync;
    this.steps = steps;
    this.endings = endings;
  }

  @Override
  public Queue queue() {
    return Queue.SHEET_EVENTS;
  }

  @Override
  public String sync(SheetEvent event) {
    if (event instanceof RowsWritten || event instanceof TemplateStarted) {
      return "Nothing to do: later events carry the same numbers, or newer ones";
    }
    if (event instanceof RunFailed failed) {
      return ended(failed)
          ? "The run failed in sheet-service, and has ended with that reason"
          : NOTHING;
    }
    return event instanceof TabFinished finished ? finish(finished) : settle(event);
  }

  /** The rows are published, as the event says: that is true whenever it is heard. */
  private String finish(TabFinished finished) {
    return sql.await(steps.finished(finished))
        ? "The rows are in the tab, as the event said: the run has succeeded"
        : NOTHING;
  }

  /** The run failed for a reason of its own, which another attempt would meet again. */
  private boolean ended(RunFailed failed) {
    return sql.await(endings.fail(failed.runId(), failed.code(), failed.reason()));
  }

  private String settle(SheetEvent event) {
    RawDataSync.Settled settled = sql.await(sync.settle(event.runId()));
    if (settled.restarted()) {
      return "The run cannot go on without the event: it has ended, and its set is started again";
    }
    return settled.ended() ? "The run cannot go on without the event, and has ended" : NOTHING;
  }
}
