package io.daybreak.kit.access;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What can be wrong with where a caller wants to act. */
final class AccessProblems {

  private static final ProblemType NOT_YOURS =
      new ProblemType("organisation-not-yours", 403, "Not one of your organisations");
  private static final ProblemType ROLE_TOO_LOW =
      new ProblemType("organisation-role-too-low", 403, "Your role does not allow this");
  private static final ProblemType INVITATION_UNKNOWN =
      new ProblemType("invitation-not-found", 404, "No such invitation");
  private static final ProblemType MEMBER_UNKNOWN =
      new ProblemType("organisation-member-not-found", 404, "No such member");
  private static final ProblemType LAST_OWNER =
      new ProblemType("organisation-last-owner", 409, "An organisation needs an owner");
  private static final ProblemType OF_ISSUER =
      new ProblemType("organisation-of-issuer", 409, "The identity provider keeps its members");
  private static final ProblemType UNAVAILABLE =
      new ProblemType("organisations-unavailable", 503, "Organisations cannot be looked up");

  private AccessProblems() {}

  static HttpProblem notYours() {
    return Problems.of(NOT_YOURS, "Name an organisation that you belong to; list yours first.");
  }

  static HttpProblem roleTooLow(OrganisationRole needed) {
    return Problems.with(ROLE_TOO_LOW, "Ask an owner of the organisation for a higher role.")
        .with("needed", needed)
        .build();
  }

  static HttpProblem invitationUnknown() {
    return Problems.of(
        INVITATION_UNKNOWN, "It was used, has expired, or never was; ask for a new invitation.");
  }

  static HttpProblem memberUnknown() {
    return Problems.of(MEMBER_UNKNOWN, "List the members first; new ones join by invitation.");
  }

  static HttpProblem lastOwner() {
    return Problems.of(
        LAST_OWNER, "Make another member an owner first, or delete the organisation.");
  }

  static HttpProblem ofIssuer() {
    return Problems.of(OF_ISSUER, "Add and remove people at the identity provider.");
  }

  static HttpProblem unavailable() {
    return Problems.of(UNAVAILABLE, "Try again in a minute.");
  }
}
