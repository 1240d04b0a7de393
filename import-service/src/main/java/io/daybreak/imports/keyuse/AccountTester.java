package io.daybreak.imports.keyuse;

import io.daybreak.imports.naver.NaverClient;
import io.daybreak.imports.naver.NaverException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Asks NAVER with a key, for somebody who waits for the answer. */
@ApplicationScoped
class AccountTester {

  private final NaverClient naver;

  AccountTester(NaverClient naver) {
    this.naver = naver;
  }

  /**
   * Makes one call of the kind that imports depend on, at its turn. Gives up soon where imports use
   * up the allowance: a page has no time to wait for its turn.
   */
  @Timeout(value = 15, unit = ChronoUnit.SECONDS)
  AccountAnswer test(UUID apiKeyId, String customerId) {
    try {
      naver.account(apiKeyId, customerId).reports();
      return AccountAnswer.passed(customerId);
    } catch (NaverException e) {
      return AccountAnswer.failed(customerId, e.failure());
    }
  }
}
