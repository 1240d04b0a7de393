package io.daybreak.sheets.command;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.kit.budget.WaitInterruptedException;
import io.daybreak.kit.deadletter.DeadLetterLookup;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.sheets.failure.Failure;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.run.Leases;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.daybreak.sheets.run.Taking;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Carries out the commands of imports, each once: a command is claimed in the database first, then
 * Google is called, then the step and its event are committed together.
 */
@ApplicationScoped
public class SheetCommandHandler implements MessageHandler<SheetCommand> {

  private final TabWrites writes;
  private final RunSteps steps;
  private final Leases leases;
  private final TabPreparation preparation;
  private final RowWriting rowWriting;
  private final TabFinishing finishing;
  private final StagingRemoval removal;
  private final DeadLetterLookup letters;

  SheetCommandHandler(
      TabWrites writes,
      RunSteps steps,
      Leases leases,
      TabPreparation preparation,
      RowWriting rowWriting,
      TabFinishing finishing,
      StagingRemoval removal,
      DeadLetterLookup letters) {
    this.writes = writes;
    this.steps = steps;
    this.leases = leases;
    this.preparation = preparation;
    this.rowWriting = rowWriting;
    this.finishing = finishing;
    this.removal = removal;
    this.letters = letters;
  }

  @Override
  public Queue queue() {
    return Queue.SHEET_COMMANDS;
  }

  @Override
  public void handle(SheetCommand command) {
    if (command instanceof AbandonTab abandon) {
      steps.abandoned(abandon);
      removal.removeLeftovers(abandon.spreadsheetId());
      return;
    }
    Taking taking = writes.take(command);
    if (taking instanceof Taking.InHand inHand) {
      work(inHand.write(), command);
    } else if (taking instanceof Taking.Gap gap) {
      steps.broken(command.runId(), command.spreadsheetId(), causeOf(gap, command));
    } else if (taking instanceof Failure failure) {
      steps.broken(command.runId(), command.spreadsheetId(), failure);
    }
  }

  /** Whether the missing command or the gap it leaves is found first must make no difference. */
  private Failure causeOf(Taking.Gap gap, SheetCommand arrived) {
    boolean died =
        letters.exists(
            Queue.SHEET_COMMANDS,
            arrived.group(),
            message ->
                message instanceof SheetCommand command
                    && command.runId().equals(arrived.runId())
                    && command.sequence() == gap.expected());
    return died ? new LostCommand(gap.expected()) : gap;
  }

  private void work(TabWrite write, SheetCommand command) {
    try (Leases.Held lease = leases.hold(write)) {
      carryOut(write, command);
    } catch (FailureException e) {
      Log.infof("Run %s failed: %s", write.runId(), e.getMessage());
      steps.failed(write, e.failure());
    } catch (WaitInterruptedException e) {
      throw e; // the service stops: the lease runs out, and the sweep of another one ends the run
    } catch (RuntimeException e) { // the edge of the worker: a fault of ours ends the run, said
      Log.errorf(e, "Run %s failed in %s", write.runId(), command.getClass().getSimpleName());
      steps.failed(write, new OurFault(command.getClass().getSimpleName()));
    }
  }

  private void carryOut(TabWrite write, SheetCommand command) {
    if (command instanceof PrepareTab prepare) {
      preparation.prepare(write, prepare);
    } else if (command instanceof WriteRows rows) {
      rowWriting.write(write, rows);
    } else if (command instanceof FinishTab finish) {
      finishing.finish(write, finish);
    } else {
      throw new IllegalStateException("No work for " + command.getClass());
    }
  }
}
