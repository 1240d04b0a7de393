package io.daybreak.orders.webhook;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What can be wrong with a delivery. */
final class WebhookProblems {

  private static final ProblemType SHOP_UNKNOWN =
      new ProblemType("webhook-shop-not-found", 404, "No such shop has the app");
  private static final ProblemType SHOP_NOT_INSTALLED =
      new ProblemType("webhook-shop-not-installed", 410, "The shop removed the app");
  private static final ProblemType SIGNATURE =
      new ProblemType("webhook-signature-wrong", 401, "The signature is missing or wrong");
  private static final ProblemType BODY =
      new ProblemType("webhook-body-unusable", 400, "The body is not what its topic says");
  private static final ProblemType HEADERS =
      new ProblemType("webhook-headers-unusable", 400, "A header of the delivery is too long");
  private static final ProblemType UNKNOWN_DELIVERY =
      new ProblemType("webhook-delivery-not-found", 404, "No such delivery");

  private WebhookProblems() {}

  static HttpProblem shopUnknown() {
    return Problems.of(SHOP_UNKNOWN, "Register the shop, or remove its webhook subscriptions.");
  }

  static HttpProblem shopNotInstalled() {
    return Problems.of(SHOP_NOT_INSTALLED, "Register the shop again to take its deliveries.");
  }

  static HttpProblem signature() {
    return Problems.of(SIGNATURE, "Sign the raw body with the shop's current webhook secret.");
  }

  static HttpProblem body(String why) {
    return Problems.of(BODY, why + ".");
  }

  static HttpProblem headers() {
    return Problems.of(HEADERS, "Send the topic and the ids as Shopify does.");
  }

  static HttpProblem unknownDelivery() {
    return Problems.of(UNKNOWN_DELIVERY, "Deliveries are forgotten after some days.");
  }
}
