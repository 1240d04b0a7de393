package io.daybreak.simulators.kernel;

import java.util.Set;

/**
 * What a role of AWS' IAM allows, by the names of its actions: {@code s3:GetObject}.
 *
 * @param actions empty for everything
 */
public record Policy(Set<String> actions) {

  /** Everything. */
  public static final Policy ALL = new Policy(Set.of());

  public Policy {
    actions = Set.copyOf(actions);
  }

  /** Just these actions. */
  public static Policy of(String... actions) {
    return new Policy(Set.of(actions));
  }

  public boolean allows(String action) {
    return actions.isEmpty() || actions.contains(action);
  }
}
