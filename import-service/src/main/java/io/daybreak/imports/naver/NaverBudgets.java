package io.daybreak.imports.naver;

import io.daybreak.kit.budget.Budget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Names the budgets in which a call needs a slot: NAVER counts by customer, key and address. */
@ApplicationScoped
class NaverBudgets {

  private final NaverConfig config;

  NaverBudgets(NaverConfig config) {
    this.config = config;
  }

  List<Budget> of(NaverCall call, UUID apiKeyId, String customerId) {
    Budget customer =
        call.aboutReports()
            ? Budget.perSecond("naver:reports:" + customerId, config.reportCallsPerSecond())
            : Budget.perSecond("naver:calls:" + customerId, config.otherCallsPerSecond());
    return List.of(
        customer,
        Budget.perSecond("naver:key:" + apiKeyId, config.callsPerSecondAndKey()),
        Budget.perSecond(
            "naver:address:" + config.egressAddress(), config.callsPerSecondAndAddress()));
  }
}
