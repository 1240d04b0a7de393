package io.daybreak.kit.budget;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Hands out slots: the right to make one call at one moment. Between them the processes that share
 * the database never use more slots than a budget has, and what crashes loses only the slot it had
 * just taken. All methods that block may only be called where blocking is allowed.
 */
@ApplicationScoped
public class Budgets {

  private final Turns turns = new Turns();
  private final BlockingSql sql;
  private final BudgetTable table;
  private final BudgetHistory history;
  private final BudgetMetrics metrics;
  private final BudgetSettings settings;

  Budgets(
      BlockingSql sql,
      BudgetTable table,
      BudgetHistory history,
      BudgetMetrics metrics,
      BudgetSettings settings) {
    this.sql = sql;
    this.table = table;
    this.history = history;
    this.metrics = metrics;
    this.settings = settings;
  }

  /**
   * Waits, blocking and interruptible, until a call that needs a slot in each of the budgets may be
   * made; the call should be sent as soon as this returns.
   *
   * @param budgets each at most once
   * @throws BudgetExhaustedException if no slot comes within {@code daybreak.budgets.longest-wait}
   * @throws WaitInterruptedException if the thread is interrupted; its interrupt flag is set
   */
  public void awaitSlot(List<Budget> budgets) {
    awaitSlot(budgets, () -> {});
  }

  /**
   * The same for a call that changes something outside: a slot is only taken for work that is
   * claimed, and the claim still stands when this returns.
   *
   * @throws io.daybreak.kit.work.ClaimLostException if the claim was lost, at the latest while
   *     waiting
   */
  public void awaitSlot(Claim<?> claim, List<Budget> budgets) {
    awaitSlot(budgets, claim::check);
    claim.check();
  }

  private void awaitSlot(List<Budget> budgets, Runnable check) {
    long begin = System.nanoTime();
    long deadline = begin + settings.longestWait().toNanos();
    int missed = 0; // not yet told; a slot that is granted tells it
    try {
      while (!reach(take(budgets, deadline, missed, check))) {
        missed = 1;
        metrics.forfeited(budgets);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException();
    }
    metrics.used(budgets, System.nanoTime() - begin);
  }

  /**
   * Says that the other side refused a call for its rate (429), which is not an execution: pushes
   * the budgets back, widens their interval for a while, and counts.
   */
  public void refused(List<Budget> budgets) {
    metrics.refused(budgets);
    sql.await(table.refuse(budgets, settings), settings.statementTimeout());
  }

  /**
   * Makes a call at its turn. When the call throws {@link CallRefusedException}, tells {@link
   * #refused} and waits for another slot, up to {@code daybreak.budgets.refusals-per-call} times.
   *
   * @throws BudgetExhaustedException if the call was refused more often, or waits too long
   */
  public <T> T call(List<Budget> budgets, Supplier<T> call) {
    return call(budgets, call, () -> awaitSlot(budgets));
  }

  /**
   * The same for a call that changes something outside: it is made only while the claim stands.
   *
   * @throws io.daybreak.kit.work.ClaimLostException if the claim was lost before the call
   */
  public <T> T call(Claim<?> claim, List<Budget> budgets, Supplier<T> call) {
    return call(budgets, call, () -> awaitSlot(claim, budgets));
  }

  private <T> T call(List<Budget> budgets, Supplier<T> call, Runnable awaitSlot) {
    for (int refusals = 0; refusals <= settings.refusalsPerCall(); refusals++) {
      awaitSlot.run();
      try {
        return call.get();
      } catch (CallRefusedException e) {
        refused(budgets);
      }
    }
    throw new BudgetExhaustedException(
        budgets, "the call was refused %d times".formatted(settings.refusalsPerCall() + 1));
  }

  /** How each budget is used, by name. */
  public Uni<List<BudgetUse>> usage() {
    return history.use();
  }

  /** The newest minutes of a budget, the current one last; those without a call included. */
  public Uni<List<BudgetMinute>> minutes(Budget budget, int count) {
    return history.minutes(budget.name(), count);
  }

  /** Takes the next slot, waiting until one is near enough. */
  private Slot take(List<Budget> budgets, long deadline, int missed, Runnable check)
      throws InterruptedException {
    try (Turns.Turn turn = turns.await(budgets, deadline - System.nanoTime())) {
      while (turn != null) {
        check.run();
        Slot slot = ask(budgets, missed);
        if (slot.granted()) {
          return slot;
        }
        long askAgain = slot.moment() - settings.horizon().toNanos();
        if (askAgain - deadline > 0) {
          break;
        }
        sleepUntil(askAgain);
      }
      throw new BudgetExhaustedException(
          budgets, "none within %d s".formatted(settings.longestWait().toSeconds()));
    }
  }

  private Slot ask(List<Budget> budgets, int missed) throws InterruptedException {
    try {
      return sql.await(table.ask(budgets, settings.horizon(), missed), settings.statementTimeout());
    } catch (CompletionException e) { // how Mutiny says that the thread was interrupted
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw e;
    }
  }

  /** Waits for the slot's moment; returns whether it was not missed. */
  private boolean reach(Slot slot) throws InterruptedException {
    sleepUntil(slot.moment());
    return System.nanoTime() - slot.earliest() <= settings.lateness().toNanos();
  }

  private static void sleepUntil(long moment) throws InterruptedException {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
