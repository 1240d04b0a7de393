package io.daybreak.acceptance.command;

import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./daybreak up}: everything runs until Ctrl-C. */
@Command(
    name = "up",
    description = "Start everything, print what runs where, and keep it running until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

  @Mixin private StackChoice choice = new StackChoice();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Screen screen = new Screen(spec.commandLine());
    Workspace workspace = choice.workspace();
    StackOptions options = choice.options();
    screen.line("Starting …");
    try (Stack stack = Stack.start(workspace, options)) {
      new StackPage(screen).print(stack, workspace);
      new CountDownLatch(1).await(); // Ctrl-C ends the JVM, and its shutdown hook the stack.
    }
    return 0;
  }
}
