package io.daybreak.orders.shop;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;

/** What can be wrong with a request about a shop. */
public final class ShopProblems {

  private static final ProblemType UNKNOWN = new ProblemType("shop-not-found", 404, "No such shop");
  private static final ProblemType EXISTS =
      new ProblemType("shop-exists", 409, "The shop is registered already");
  private static final ProblemType MAIL_ON_ITS_WAY =
      new ProblemType("shop-mail-on-its-way", 409, "A mail of the shop is on its way");

  private static final ProblemType APP_REFUSED =
      new ProblemType("shopify-app-refused", 422, "Shopify grants the app no token for the shop");
  private static final ProblemType APP_ELSEWHERE =
      new ProblemType("shopify-app-elsewhere", 422, "The app is another organisation's");
  private static final ProblemType SCOPES_MISSING =
      new ProblemType("shopify-scopes-missing", 422, "The app may not read what is needed");

  private ShopProblems() {}

  /**
   * @param code OAuth's
   */
  public static HttpProblem appRefused(String code) {
    return Problems.with(
            APP_REFUSED,
            "Shopify says %s. Install the app on the shop, and copy its client id and secret from the Dev Dashboard."
                .formatted(code))
        .with("code", code)
        .build();
  }

  public static HttpProblem appElsewhere() {
    return Problems.of(
        APP_ELSEWHERE,
        "Make the app in the Dev Dashboard of the organisation that owns the shop, and install it.");
  }

  public static HttpProblem scopesMissing(Collection<String> missing) {
    return Problems.with(
            SCOPES_MISSING,
            "Add %s to a new version of the app, release it, and approve it in the shop."
                .formatted(String.join(", ", missing)))
        .with("scopes", String.join(", ", missing))
        .build();
  }

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
