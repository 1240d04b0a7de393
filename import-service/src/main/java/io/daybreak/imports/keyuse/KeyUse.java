package io.daybreak.imports.keyuse;

import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.BudgetMinute;
import java.time.Duration;
import java.util.List;

/**
 * How a key's allowance was used.
 *
 * @param callsPerMinute calls to NAVER that the pacing allows in a minute
 * @param minutes newest last; the last one is still going on
 */
public record KeyUse(long callsPerMinute, List<BudgetMinute> minutes) {

  static KeyUse of(Budget budget, List<BudgetMinute> minutes) {
    return new KeyUse(Duration.ofMinutes(1).dividedBy(budget.interval()), minutes);
  }
}
