package io.daybreak.orders.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String SIGNATURE = "H19jdkTt0bdVHJbmH87mtfSa7ud+merMEAWsvbbRGkY=";

  @Test
  void theKnownVectorIsGenuine() {
    assertThat(WebhookSignature.isGenuine(BODY, SIGNATURE, List.of("test-secret"))).isTrue();
  }

  @Test
  void eitherOfTwoSecretsWillDo() {
    assertThat(WebhookSignature.isGenuine(BODY, SIGNATURE, List.of("new", "test-secret"))).isTrue();
    assertThat(WebhookSignature.isGenuine(BODY, SIGNATURE, List.of("test-secret", "old"))).isTrue();
  }

  @Test
  void everyByteOfTheBodyCounts() {
    byte[] changed = "{\"id\":1} ".getBytes(StandardCharsets.UTF_8);

    assertThat(WebhookSignature.isGenuine(changed, SIGNATURE, List.of("test-secret"))).isFalse();
  }

  @Test
  void aMissingTruncatedOrGarbledSignatureIsNotGenuine() {
    for (String signature : new String[] {null, "", "H19jdkTt0bdV", "not base64 at all!", "*"}) {
      assertThat(WebhookSignature.isGenuine(BODY, signature, List.of("test-secret"))).isFalse();
    }
  }
}
