package io.daybreak.kit.budget;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Hands out slots: the right to make one call at one moment. */
@ApplicationScoped
public class Budgets {

  /**
   * Waits, blocking and interruptible, until a call that needs a slot in each of the budgets may be
   * made; the call should be sent as soon as this returns.
   *
   * @throws BudgetExhaustedException if no slot comes within {@code daybreak.budgets.longest-wait}
   * @throws WaitInterruptedException if the thread is interrupted; its interrupt flag is set
   */
  public void awaitSlot(List<Budget> budgets) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * Says that the other side refused a call for its rate (429), which is not an execution: pushes
   * the budgets back, widens their interval for a while, and counts.
   */
  public void refused(List<Budget> budgets) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * Makes a call at its turn. When the call throws {@link CallRefusedException}, tells {@link
   * #refused} and waits for another slot, up to {@code daybreak.budgets.refusals-per-call} times.
   *
   * @throws BudgetExhaustedException if the call was refused more often, or waits too long
   */
  public <T> T call(List<Budget> budgets, Supplier<T> call) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** How each budget is used, by name. */
  public Uni<List<BudgetUse>> usage() {
    return Uni.createFrom().failure(new UnsupportedOperationException("not built yet"));
  }
}
