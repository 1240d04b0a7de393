package io.daybreak.sheets.fake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Starts a {@link FakeGoogle} and points the service at it, in a hurry: short timeouts, wide
 * quotas, and every run staged. Sets a test's field of that type.
 */
public class GoogleResource implements QuarkusTestResourceLifecycleManager {

  private final FakeGoogle google = new FakeGoogle();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "daybreak.google.base-url", google.address().toString(),
        "daybreak.google.credentials-file", KeyFile.write(google.address()).toString(),
        "daybreak.google.read-timeout", "6s",
        "daybreak.google.quota.user-per-minute", "60000",
        "daybreak.google.quota.project-per-minute", "60000",
        "daybreak.budgets.pause-after-refusal", "50ms",
        "daybreak.budgets.refusals-per-call", "2",
        "daybreak.tab-writes.sweep-every", "1s",
        "daybreak.tab-writes.inline-bytes", "0");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(google, new TestInjector.MatchesType(FakeGoogle.class));
  }

  @Override
  public void stop() {
    google.close();
  }
}
