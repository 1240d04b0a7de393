package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.SheetCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Synchronises as the test in progress says, and remembers what and how many at a time. */
abstract class ScriptedSync<M extends Message> implements DeadLetterSync<M> {

  private static final List<Message> BEGUN = new CopyOnWriteArrayList<>();
  private static final AtomicInteger IN_WORK = new AtomicInteger();
  private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
  private static volatile Function<Message, String> script = message -> "in order";

  static void follow(Function<Message, String> newScript) {
    BEGUN.clear();
    MOST_AT_ONCE.set(0);
    script = newScript;
  }

  static List<Message> begun() {
    return BEGUN;
  }

  static int mostAtOnce() {
    return MOST_AT_ONCE.get();
  }

  @Override
  public String sync(M message) {
    BEGUN.add(message);
    MOST_AT_ONCE.accumulateAndGet(IN_WORK.incrementAndGet(), Math::max);
    try {
      return script.apply(message);
    } finally {
      IN_WORK.decrementAndGet();
    }
  }

  /** For a FIFO queue. */
  @Singleton
  static class OfCommands extends ScriptedSync<SheetCommand> {

    @Override
    public Queue queue() {
      return Queue.SHEET_COMMANDS;
    }
  }

  /** For a queue without order. */
  @Singleton
  static class OfMails extends ScriptedSync<ReviewMailDue> {

    @Override
    public Queue queue() {
      return Queue.REVIEW_MAILS;
    }
  }
}
