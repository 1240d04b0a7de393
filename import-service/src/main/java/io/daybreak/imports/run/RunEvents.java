package io.daybreak.imports.run;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.sql.BlockingSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies what sheet-service says of a run. */
@ApplicationScoped
class RunEvents implements MessageHandler<SheetEvent> {

  private final BlockingSql sql;
  private final RunSteps steps;
  private final RunEndings endings;
  private final RunLaunchers launchers;
  private final RunRestarts restarts;

  RunEvents(
      BlockingSql sql,
      RunSteps steps,
      RunEndings endings,
      RunLaunchers launchers,
      RunRestarts restarts) {
    this.sql = sql;
    this.steps = steps;
    this.endings = endings;
    this.launchers = launchers;
    this.restarts = restarts;
  }

  @Override
  public Queue queue() {
    return Queue.SHEET_EVENTS;
  }

  @Override
  public void handle(SheetEvent event) {
    sql.await(apply(event));
  }

  private Uni<?> failed(RunFailed event) {
    Uni<Boolean> ended = endings.fail(event.runId(), event.code(), event.reason());
    return event.code() == FailureCode.MESSAGE_LOST
        ? ended.chain(() -> restarts.restart(event.runId()))
        : ended;
  }

  private Uni<?> apply(SheetEvent event) {
    if (event instanceof TabPrepared prepared) {
      return steps
          .prepared(prepared)
          .invoke(
              executor -> executor.ifPresent(where -> launchers.launch(where, prepared.runId())));
    }
    if (event instanceof RowsWritten written) {
      return steps.written(written.runId(), written.rowsWritten());
    }
    if (event instanceof TemplateStarted started) {
      return steps.templateStarted(started.runId());
    }
    if (event instanceof TabFinished finished) {
      return steps.finished(finished);
    }
    return failed((RunFailed) event);
  }
}
