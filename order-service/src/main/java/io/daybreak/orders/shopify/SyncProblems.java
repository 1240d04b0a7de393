package io.daybreak.orders.shopify;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What can keep an order from being read from Shopify. */
final class SyncProblems {

  private static final ProblemType UNKNOWN =
      new ProblemType("shopify-order-not-found", 404, "Shopify has no such order");
  private static final ProblemType NOT_ALLOWED =
      new ProblemType("shopify-not-allowed", 409, "Shopify does not let the service in");
  private static final ProblemType BUSY =
      new ProblemType("shopify-throttled", 503, "Shopify takes no more calls right now");
  private static final ProblemType UNAVAILABLE =
      new ProblemType("shopify-unavailable", 502, "Shopify did not answer as documented");

  private SyncProblems() {}

  static HttpProblem unknownOrder() {
    return Problems.of(UNKNOWN, "Check the order's id; a deleted order is gone for good.");
  }

  static HttpProblem of(ShopifyFailure failure) {
    return switch (failure.kind()) {
      case NOT_ALLOWED ->
          Problems.of(NOT_ALLOWED, "Give the shop an app, or a valid Admin API token.");
      case THROTTLED -> Problems.of(BUSY, "Repeat the request in a minute.");
      case UNAVAILABLE, MALFORMED ->
          Problems.of(UNAVAILABLE, "Repeat the request later; nothing was changed.");
    };
  }
}
