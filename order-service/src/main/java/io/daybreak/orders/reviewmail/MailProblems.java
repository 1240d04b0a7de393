package io.daybreak.orders.reviewmail;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;

/** What can be wrong with a request about a review mail. */
final class MailProblems {

  private static final ProblemType UNKNOWN =
      new ProblemType("review-mail-not-found", 404, "No such review mail");
  private static final ProblemType SENT =
      new ProblemType("review-mail-sent", 409, "The mail was sent already");
  private static final ProblemType UNDER_WAY =
      new ProblemType("review-mail-under-way", 409, "The mail is on its way");
  private static final ProblemType UNCLEAR =
      new ProblemType("review-mail-unclear", 409, "The customer may have the mail already");
  private static final ProblemType BACKLOG =
      new ProblemType("resume-needs-decision", 409, "Mails fell into the pause");

  private MailProblems() {}

  static HttpProblem unknown() {
    return Problems.of(UNKNOWN, "Look the mail up in the history.");
  }

  static HttpProblem sent(Instant sentAt) {
    return Problems.with(SENT, "A review mail is sent once per order and kind.")
        .with("sentAt", sentAt)
        .build();
  }

  static HttpProblem underWay() {
    return Problems.of(UNDER_WAY, "Wait a moment and look at its state again.");
  }

  static HttpProblem unclear() {
    return Problems.of(
        UNCLEAR, "Ask the customer or the mail server's log; to send it anyway, add confirm=true.");
  }

  static HttpProblem backlog(long waiting) {
    return Problems.with(
            BACKLOG, "Look at the backlog, then say whether to SEND or to DROP what waits.")
        .with("waiting", waiting)
        .build();
  }
}
