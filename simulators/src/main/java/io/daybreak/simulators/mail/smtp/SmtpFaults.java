package io.daybreak.simulators.mail.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The rules in force; the first that strikes wins, chance comes from the seed. */
public final class SmtpFaults {

  private static final class Counted {
    final SmtpFaultRule rule;
    long struck;

    Counted(SmtpFaultRule rule) {
      this.rule = rule;
    }
  }

  private final Random random;
  private final List<Counted> rules = new ArrayList<>();

  SmtpFaults(long seed) {
    this.random = new Random(seed);
  }

  public synchronized void add(SmtpFaultRule rule) {
    rules.add(new Counted(rule));
  }

  public synchronized void clear() {
    rules.clear();
  }

  synchronized @Nullable SmtpFault strike(SmtpPhase phase, String recipient) {
    for (Counted counted : rules) {
      SmtpFaultRule rule = counted.rule;
      if (rule.matches(phase, recipient)
          && counted.struck < rule.count()
          && (rule.probability() >= 1 || random.nextDouble() < rule.probability())) {
        counted.struck++;
        return rule.fault();
      }
    }
    return null;
  }
}
