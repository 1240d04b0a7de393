package io.daybreak.orders.shop;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What can be wrong with a request about a shop. */
public final class ShopProblems {

  private static final ProblemType UNKNOWN = new ProblemType("shop-not-found", 404, "No such shop");
  private static final ProblemType EXISTS =
      new ProblemType("shop-exists", 409, "The shop is registered already");
  private static final ProblemType MAIL_ON_ITS_WAY =
      new ProblemType("shop-mail-on-its-way", 409, "A mail of the shop is on its way");

  private ShopProblems() {}

  public static HttpProblem unknown() {
    return Problems.of(UNKNOWN, "Register the shop first, or use the account that registered it.");
  }

  static HttpProblem exists() {
    return Problems.of(EXISTS, "Change its settings instead of registering it again.");
  }

  static HttpProblem mailOnItsWay() {
    return Problems.of(MAIL_ON_ITS_WAY, "No more mails begin. Remove it again in a minute.");
  }

  static HttpProblem changedMeanwhile() {
    return Problems.of(
        CommonProblems.CHANGED_MEANWHILE,
        "Read the shop again and repeat the change with its new version.");
  }
}
