package io.daybreak.imports.testing;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.queue.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays sheet-service over the real queues; spreadsheets can be told to say nothing. */
@ApplicationScoped
public class FakeSheets implements MessageHandler<SheetCommand> {

  private final QueueSender sender;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final List<SheetCommand> commands = new CopyOnWriteArrayList<>();

  FakeSheets(QueueSender sender) {
    this.sender = sender;
  }

  /** No command about this spreadsheet is answered: the test sends the events itself. */
  public void silence(String spreadsheetId) {
    silent.add(spreadsheetId);
  }

  public List<SheetCommand> commandsOf(UUID runId) {
    return commands.stream().filter(command -> command.runId().equals(runId)).toList();
  }

  @Override
  public Queue queue() {
    return Queue.SHEET_COMMANDS;
  }

  @Override
  public void handle(SheetCommand command) {
    commands.add(command);
    if (silent.contains(command.spreadsheetId())) {
      return;
    }
    if (command instanceof PrepareTab) {
      sender.send(new TabPrepared(command.runId()));
    }
    if (command instanceof FinishTab finish) {
      finish(finish);
    }
  }

  private void finish(FinishTab finish) {
    sender.send(new RowsWritten(finish.runId(), finish.totalRows()));
    if (finish.templateSpreadsheetId() != null) {
      sender.send(new TemplateStarted(finish.runId()));
    }
    sender.send(new TabFinished(finish.runId(), finish.totalRows()));
  }
}
