package io.daybreak.kit.deadletter;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What can be wrong with a request about a dead letter. */
final class DeadLetterProblems {

  private static final ProblemType UNKNOWN =
      new ProblemType("dead-letter-not-found", 404, "No such dead letter");
  private static final ProblemType IN_WORK =
      new ProblemType("dead-letter-in-work", 409, "The letter is being synchronised");
  private static final ProblemType SETTLED =
      new ProblemType("dead-letter-settled", 409, "The letter is settled");

  private DeadLetterProblems() {}

  static HttpProblem unknown() {
    return Problems.of(UNKNOWN, "Look it up in the list; settled letters are forgotten in time.");
  }

  static HttpProblem refusal(DeadLetterState state) {
    return state == DeadLetterState.SYNCED || state == DeadLetterState.DISCARDED
        ? Problems.of(SETTLED, "Call the synchronisation of what it was about directly.")
        : Problems.of(IN_WORK, "Wait a moment and look at its state again.");
  }
}
