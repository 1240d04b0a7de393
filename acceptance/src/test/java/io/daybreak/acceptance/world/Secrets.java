package io.daybreak.acceptance.world;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the services are told and must keep to themselves. */
public final class Secrets {

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  public void add(String secret) {
    known.add(secret);
  }

  /** Every answer of a service passes here. */
  void requireNoneIn(String answer) {
    if (known.stream().anyMatch(answer::contains)) {
      throw new AssertionError("A secret is in an answer: " + answer);
    }
  }

  /** The lines of the logs that have one. */
  public List<String> linesIn(Logs logs) {
    return logs.linesWithAny(known);
  }
}
