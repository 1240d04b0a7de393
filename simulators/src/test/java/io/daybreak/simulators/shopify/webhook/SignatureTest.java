package io.daybreak.simulators.shopify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignatureTest {

  @Test
  void signsAsShopifyDoes() {
    byte[] body = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(Signature.of(body, "test-secret"))
        .isEqualTo("H19jdkTt0bdVHJbmH87mtfSa7ud+merMEAWsvbbRGkY=");
  }

  @Test
  void eightRetriesTakeFourHours() {
    long millis =
        IntStream.rangeClosed(1, DeliveryRules.RETRIES)
            .mapToLong(retry -> DeliveryRules.real().pauseBefore(retry).toMillis())
            .sum();

    assertThat(Duration.ofMillis(millis)).isCloseTo(Duration.ofHours(4), Duration.ofSeconds(1));
  }
}
