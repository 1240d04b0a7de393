package io.daybreak.simulators.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The fault rules in force. The first rule that strikes wins; chance comes from the seed. */
public final class Faults {

  private static final class Counted {
    final FaultRule rule;
    long seen;
    long struck;

    Counted(FaultRule rule) {
      this.rule = rule;
    }
  }

  private final Random random;
  private final List<Counted> rules = new ArrayList<>();

  Faults(long seed) {
    this.random = new Random(seed);
  }

  public synchronized void add(FaultRule rule) {
    rules.add(new Counted(rule));
  }

  public synchronized void clear() {
    rules.clear();
  }

  synchronized Optional<FaultRule> strike(RequestHead head, Map<String, String> identity) {
    for (Counted counted : rules) {
      FaultRule rule = counted.rule;
      if (!rule.matches(head, identity)) {
        continue;
      }
      counted.seen++;
      if (counted.seen >= rule.firstCall()
          && counted.struck < rule.count()
          && (rule.probability() >= 1 || random.nextDouble() < rule.probability())) {
        counted.struck++;
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
