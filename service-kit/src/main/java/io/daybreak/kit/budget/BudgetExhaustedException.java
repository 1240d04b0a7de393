package io.daybreak.kit.budget;

import java.util.List;
import java.util.stream.Collectors;

/** A call gave up waiting for its turn: refused too often, or no slot within the longest wait. */
public class BudgetExhaustedException extends RuntimeException {

  private final transient List<Budget> budgets;

  public BudgetExhaustedException(List<Budget> budgets, String reason) {
    super(
        "No slot in %s: %s"
            .formatted(
                budgets.stream().map(Budget::name).collect(Collectors.joining(" and ")), reason));
    this.budgets = List.copyOf(budgets);
  }

  public List<Budget> budgets() {
    return budgets;
  }
}
