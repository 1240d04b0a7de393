package io.daybreak.orders.shopify;

import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.BudgetExhaustedException;
import io.daybreak.kit.budget.Budgets;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The rate of calls to each shop, over all replicas; Shopify limits them by shop. What it refuses
 * for the rate was not executed: such a call waits as long as Shopify says and for another turn, a
 * few times. Every refusal counts, and slows all calls that follow.
 */
@ApplicationScoped
class ShopifyPace {

  private final Budgets budgets;
  private final ShopifyShops shops;
  private final ShopifyConfig config;

  ShopifyPace(Budgets budgets, ShopifyShops shops, ShopifyConfig config) {
    this.budgets = budgets;
    this.shops = shops;
    this.config = config;
  }

  /**
   * The call's result, once it was its turn; what keeps it from one is a ShopifyFailure. Where
   * Shopify does not know an app's token any more, which it refuses before execution, the call gets
   * another turn with a new one, once.
   */
  <T> Uni<T> inTurn(ShopifyShop shop, Function<ShopifyShop, Uni<T>> call) {
    OffsetDateTime grantedAt = shop.grantedAt();
    Uni<T> answer = inTurn(shop, () -> call.apply(shop));
    return grantedAt == null
        ? answer
        : answer
            .onFailure(TokenRefused.class)
            .recoverWithUni(
                refused ->
                    shops
                        .insteadOf(shop, grantedAt)
                        .chain(other -> inTurn(other, () -> call.apply(other))));
  }

  private <T> Uni<T> inTurn(ShopifyShop shop, Supplier<Uni<T>> call) {
    List<Budget> pace =
        List.of(Budget.perSecond("shopify:" + shop.domain(), config.callsPerSecond()));
    return ask(pace, call, 0)
        .onFailure(e -> e instanceof BudgetExhaustedException || e instanceof BulkheadException)
        .transform(e -> ShopifyFailure.throttled("Too many calls wait", Duration.ZERO))
        .onFailure(TimeoutException.class)
        .transform(
            e -> new ShopifyFailure(ShopifyFailure.Kind.UNAVAILABLE, "Shopify did not answer"));
  }

  /**
   * @param refusals how often the call was refused so far
   */
  private <T> Uni<T> ask(List<Budget> pace, Supplier<Uni<T>> call, int refusals) {
    return onWorker(() -> budgets.awaitSlot(pace))
        .chain(() -> call.get())
        .onFailure(ShopifyPace::throttled)
        .recoverWithUni(failure -> askAgain(pace, call, refusals + 1, (ShopifyFailure) failure));
  }

  private <T> Uni<T> askAgain(
      List<Budget> pace, Supplier<Uni<T>> call, int refusals, ShopifyFailure refusal) {
    Uni<Void> counted = onWorker(() -> budgets.refused(pace));
    boolean enough =
        refusals > config.refusalsPerCall() || refusal.pause().compareTo(config.longestPause()) > 0;
    return enough
        ? counted.chain(() -> Uni.createFrom().failure(refusal))
        : after(counted, refusal.pause()).chain(() -> ask(pace, call, refusals));
  }

  private static Uni<Void> after(Uni<Void> done, Duration pause) {
    return pause.isZero() ? done : done.onItem().delayIt().by(pause);
  }

  private static boolean throttled(Throwable failure) {
    return failure instanceof ShopifyFailure shopify
        && shopify.kind() == ShopifyFailure.Kind.THROTTLED;
  }

  private static Uni<Void> onWorker(Runnable work) {
    return Uni.createFrom().voidItem().emitOn(Infrastructure.getDefaultWorkerPool()).invoke(work);
  }
}
