package io.daybreak.uploads.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {

  private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String TIMESTAMP = "1767225600";
  private static final String SIGNATURE =
      "v0=3de4396aed1b8325b967617b214c12ce06aead03bf56c5ea47337cb1a60bd870";
  private static final Instant SIGNED = Instant.ofEpochSecond(1767225600);
  private static final Duration WINDOW = Duration.ofMinutes(5);

  @Test
  void slacksSignatureOfTheRawBodyIsGenuine() {
    assertThat(genuine(BODY, TIMESTAMP, SIGNATURE, SIGNED)).isTrue();
  }

  @Test
  void anotherBodyAnotherTimeAndNoSignatureAreNot() {
    assertThat(genuine("{\"id\":2}".getBytes(StandardCharsets.UTF_8), TIMESTAMP, SIGNATURE, SIGNED))
        .isFalse();
    assertThat(genuine(BODY, "1767225601", SIGNATURE, SIGNED)).isFalse();
    assertThat(genuine(BODY, TIMESTAMP, "v0=", SIGNED)).isFalse();
    assertThat(genuine(BODY, null, SIGNATURE, SIGNED)).isFalse();
    assertThat(genuine(BODY, "soon", SIGNATURE, SIGNED)).isFalse();
  }

  @Test
  void aSignatureIsGoodForFiveMinutesBothWays() {
    assertThat(genuine(BODY, TIMESTAMP, SIGNATURE, SIGNED.plusSeconds(300))).isTrue();
    assertThat(genuine(BODY, TIMESTAMP, SIGNATURE, SIGNED.plusSeconds(301))).isFalse();
    assertThat(genuine(BODY, TIMESTAMP, SIGNATURE, SIGNED.minusSeconds(301))).isFalse();
  }

  private static boolean genuine(byte[] body, String timestamp, String signature, Instant now) {
    return SlackSignature.isGenuine(body, timestamp, signature, "test-secret", now, WINDOW);
  }
}
