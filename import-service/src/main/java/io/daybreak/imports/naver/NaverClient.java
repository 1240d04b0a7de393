package io.daybreak.imports.naver;

import io.daybreak.imports.apikey.ApiKeyVault;
import io.daybreak.kit.budget.BudgetExhaustedException;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.budget.CallRefusedException;
import io.daybreak.kit.sql.BlockingSql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Makes the calls of {@link NaverGateway} at their turn: a place in the key's bulkhead, then a slot
 * in each budget, then one attempt. A 429 is a refusal and no execution; only that waits for
 * another slot, a bounded number of times ({@link Budgets#call}).
 */
@ApplicationScoped
public class NaverClient {

  private final NaverGateway gateway;
  private final MasterGateway masters;
  private final ApiKeyVault vault;
  private final KeyBulkheads bulkheads;
  private final NaverBudgets pace;
  private final Budgets budgets;
  private final MeterRegistry meters;
  private final BlockingSql sql;

  NaverClient(
      NaverGateway gateway,
      MasterGateway masters,
      ApiKeyVault vault,
      KeyBulkheads bulkheads,
      NaverBudgets pace,
      Budgets budgets,
      MeterRegistry meters,
      BlockingSql sql) {
    this.gateway = gateway;
    this.masters = masters;
    this.vault = vault;
    this.bulkheads = bulkheads;
    this.pace = pace;
    this.budgets = budgets;
    this.meters = meters;
    this.sql = sql;
  }

  /** The calls about one ad account. */
  public NaverAccount account(UUID apiKeyId, String customerId) {
    return new PacedAccount(this, gateway, masters, apiKeyId, customerId);
  }

  /**
   * Blocks until the call is made.
   *
   * @throws NaverException if it brought nothing
   */
  <T> T call(NaverCall call, UUID apiKeyId, String customerId, Function<Access, T> attempt) {
    Access access = new Access(sql.await(vault.credentials(apiKeyId)), customerId);
    return call(call, apiKeyId, access, attempt);
  }

  /** The same with credentials that are not stored; they count in a key of their own. */
  <T> T call(NaverCall call, UUID apiKeyId, Access access, Function<Access, T> attempt) {
    String customerId = access.customerId();
    try {
      return bulkheads.call(
          apiKeyId,
          () ->
              budgets.call(
                  pace.of(call, apiKeyId, customerId),
                  () -> attempt(call, () -> attempt.apply(access))));
    } catch (BudgetExhaustedException e) {
      throw new NaverException(new NaverFailure.RateLimited(call), e);
    }
  }

  private <T> T attempt(NaverCall call, Supplier<T> attempt) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      T result = attempt.get();
      outcome = "answered";
      return result;
    } catch (CallRefusedException e) {
      outcome = "429";
      throw e;
    } catch (TimeoutException e) {
      outcome = "timeout";
      throw new NaverException(new NaverFailure.TimedOut(call), e);
    } catch (NaverException e) {
      outcome = e.failure().code().name();
      throw e;
    } finally {
      sample.stop(meters.timer("daybreak.naver.calls", "call", call.label(), "outcome", outcome));
    }
  }
}
