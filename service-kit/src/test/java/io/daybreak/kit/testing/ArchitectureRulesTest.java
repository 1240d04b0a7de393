package io.daybreak.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.junit.jupiter.api.Test;

/** The rules find what they are there to find. */
class ArchitectureRulesTest {

  @Test
  void aGuardedGatewayPasses() {
    assertThat(finds(ArchitectureRules.GATEWAYS_GIVE_UP_IN_TIME, GuardedGateway.class)).isFalse();
    assertThat(finds(ArchitectureRules.GATEWAYS_BOUND_THEIR_CALLS, GuardedGateway.class)).isFalse();
  }

  @Test
  void anUnguardedMethodOfAGatewayIsFound() {
    assertThat(finds(ArchitectureRules.GATEWAYS_GIVE_UP_IN_TIME, UnguardedGateway.class)).isTrue();
    assertThat(finds(ArchitectureRules.GATEWAYS_BOUND_THEIR_CALLS, UnguardedGateway.class))
        .isTrue();
  }

  @Test
  void retriesAreFound() {
    assertThat(finds(ArchitectureRules.NOTHING_IS_RETRIED, Annotated.class)).isTrue();
    assertThat(finds(ArchitectureRules.NOTHING_IS_RETRIED, Chained.class)).isTrue();
    assertThat(finds(ArchitectureRules.NOTHING_IS_RETRIED, GuardedGateway.class)).isFalse();
  }

  @Test
  void clientsThatSendAgainAreFound() {
    assertThat(finds(ArchitectureRules.NO_CLIENT_SENDS_AGAIN_BY_ITSELF, Resending.class)).isTrue();
  }

  @Test
  void injectedFieldsAreFound() {
    assertThat(finds(ArchitectureRules.FIELDS_ARE_NOT_INJECTED, Injected.class)).isTrue();
  }

  private static boolean finds(ArchRule rule, Class<?> type) {
    JavaClasses classes = new ClassFileImporter().importClasses(type);
    return rule.evaluate(classes).hasViolation();
  }

  static class GuardedGateway {
    @Timeout
    @Bulkhead
    public void call() {}

    void own() {}
  }

  static class UnguardedGateway {
    public void call() {}
  }

  static class Annotated {
    @Retry
    void call() {}
  }

  static class Chained {
    Uni<String> call(Uni<String> call) {
      return call.onFailure().retry().atMost(1);
    }
  }

  static class Resending {
    HttpClient client = HttpClient.newHttpClient();
  }

  static class Injected {
    @Inject String field;
  }
}
