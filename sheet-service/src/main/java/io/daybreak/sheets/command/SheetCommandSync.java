package io.daybreak.sheets.command;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.kit.deadletter.DeadLetterSync;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrites;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Settles the run that a dead command belonged to. A command is never carried out late: the rows it
 * carried may be old by now, and the commands behind it have found the gap.
 */
@ApplicationScoped
class SheetCommandSync implements DeadLetterSync<SheetCommand> {

  private final TabWrites writes;
  private final RunSteps steps;
  private final StagingRemoval removal;

  SheetCommandSync(TabWrites writes, RunSteps steps, StagingRemoval removal) {
    this.writes = writes;
    this.steps = steps;
    this.removal = removal;
  }

  @Override
  public Queue queue() {
    return Queue.SHEET_COMMANDS;
  }

  @Override
  public String sync(SheetCommand command) {
    if (command instanceof AbandonTab abandon) {
      steps.abandoned(abandon);
      removal.removeLeftovers(abandon.spreadsheetId());
      return "The run is abandoned; what it left in the spreadsheet is removed";
    }
    if (!writes.lacks(command)) {
      return "Nothing to do: the command was carried out, or is being, or the run has ended";
    }
    steps.broken(command.runId(), command.spreadsheetId(), new LostCommand(command.sequence()));
    return "The run cannot go on without the command, and has failed";
  }
}
