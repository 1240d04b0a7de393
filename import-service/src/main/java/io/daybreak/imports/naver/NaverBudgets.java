package io.daybreak.imports.naver;

import io.daybreak.kit.budget.Budget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Names the budgets in which a call needs a slot: NAVER counts by customer, key and address. */
@ApplicationScoped
public class NaverBudgets {

  private final NaverConfig config;

  NaverBudgets(NaverConfig config) {
    this.config = config;
  }

  /** All calls with a key, whichever account they are about. */
  public Budget ofKey(UUID apiKeyId) {
    return Budget.perSecond("naver:key:" + apiKeyId, config.callsPerSecondAndKey());
  }

  List<Budget> of(NaverCall call, UUID apiKeyId, String customerId) {
    Budget customer =
        call.aboutReports()
            ? Budget.perSecond("naver:reports:" + customerId, config.reportCallsPerSecond())
            : Budget.perSecond("naver:calls:" + customerId, config.otherCallsPerSecond());
    return List.of(
        customer,
        ofKey(apiKeyId),
        Budget.perSecond(
            "naver:address:" + config.egressAddress(), config.callsPerSecondAndAddress()));
  }
}
