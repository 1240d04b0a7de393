package io.daybreak.orders.shopify;

import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.Budgets;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** The rate of calls to each shop, over all replicas; Shopify limits them by shop. */
@ApplicationScoped
class ShopifyPace {

  private final Budgets budgets;
  private final ShopifyConfig config;

  ShopifyPace(Budgets budgets, ShopifyConfig config) {
    this.budgets = budgets;
    this.config = config;
  }

  /** The call's result, once it was its turn; a refusal slows the calls that follow. */
  <T> Uni<T> inTurn(ShopifyShop shop, Supplier<Uni<T>> call) {
    List<Budget> pace =
        List.of(Budget.perSecond("shopify:" + shop.domain(), config.callsPerSecond()));
    return onWorker(() -> budgets.awaitSlot(pace))
        .chain(() -> call.get())
        .onFailure(ShopifyPace::throttled)
        .call(() -> onWorker(() -> budgets.refused(pace)));
  }

  private static boolean throttled(Throwable failure) {
    return failure instanceof ShopifyFailure shopify
        && shopify.kind() == ShopifyFailure.Kind.THROTTLED;
  }

  private static Uni<Void> onWorker(Runnable work) {
    return Uni.createFrom().voidItem().emitOn(Infrastructure.getDefaultWorkerPool()).invoke(work);
  }
}
