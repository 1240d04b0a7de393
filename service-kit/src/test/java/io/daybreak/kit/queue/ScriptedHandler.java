package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.SheetCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Handles sheet commands as the test in progress says, and remembers them. */
@Singleton
public class ScriptedHandler implements MessageHandler<SheetCommand> {

  private final List<SheetCommand> begun = new CopyOnWriteArrayList<>();
  private final List<SheetCommand> finished = new CopyOnWriteArrayList<>();
  private volatile Consumer<SheetCommand> script = command -> {};

  void follow(Consumer<SheetCommand> newScript) {
    begun.clear();
    finished.clear();
    script = newScript;
  }

  List<SheetCommand> begun() {
    return begun;
  }

  List<SheetCommand> finished() {
    return finished;
  }

  @Override
  public Queue queue() {
    return Queue.SHEET_COMMANDS;
  }

  @Override
  public void handle(SheetCommand command) {
    begun.add(command);
    script.accept(command);
    finished.add(command);
  }
}
