package io.daybreak.orders.pastmail;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.pastmail.PastMailPlan.Wish;
import io.daybreak.orders.reviewmail.PastOrders;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Mails for past orders, which a file only stores: first a plan to look at, then the confirmation
 * of exactly that plan. A plan is not stored: its token says what was shown, and the confirmation
 * finds out whether that still holds.
 */
@ApplicationScoped
class PastMails {

  /** How long a plan may be confirmed. */
  private static final Duration VALID = Duration.ofHours(1);

  private static final ProblemType CHANGED =
      new ProblemType("past-mails-plan-changed", 409, "The plan does not hold any more");

  private final PastOrders orders;
  private final PlanTokens tokens;
  private final Clock clock;

  PastMails(PastOrders orders, PlanTokens tokens, Clock clock) {
    this.orders = orders;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What would be sent, and when; changes nothing. */
  Uni<PastMailPlan> plan(long shopId, Wish wish) {
    Instant now = clock.instant();
    return orders
        .plan(scope(shopId, wish, now), false)
        .map(found -> PastMailPlan.of(found, wish.perDay(), tokens.of(shopId, wish, found, now)));
  }

  /**
   * Plans the mails that the plan showed; a problem (409) if they are others by now.
   *
   * @param token of the plan
   */
  Uni<PastMailPlan> confirm(long shopId, String token) {
    Instant now = clock.instant();
    PlanTokens.Shown shown =
        tokens
            .read(token)
            .filter(plan -> plan.shopId() == shopId && plan.at().plus(VALID).isAfter(now))
            .orElseThrow(() -> Problems.of(CHANGED, "Look at the plan again and confirm that."));
    PastOrders.Scope scope = scope(shopId, shown.wish(), shown.at());
    return orders
        .plan(scope, false)
        .invoke(found -> requireSame(shown, found))
        .chain(() -> orders.plan(scope, true))
        .map(done -> PastMailPlan.of(done, shown.wish().perDay(), null));
  }

  private static void requireSame(PlanTokens.Shown shown, PastOrders.Found found) {
    if (found.mails() != shown.mails()) {
      throw Problems.with(
              CHANGED, "Orders or mails changed: look at the plan again and confirm it.")
          .with("shown", shown.mails())
          .with("now", found.mails())
          .build();
    }
  }

  private static PastOrders.Scope scope(long shopId, Wish wish, Instant at) {
    return new PastOrders.Scope(
        shopId,
        wish.perDay(),
        wish.from() == null ? null : wish.from().toInstant(),
        wish.to() == null ? null : wish.to().toInstant(),
        at);
  }
}
