package io.daybreak.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final String OLD = key((byte) 1);
  private static final String NEW = key((byte) 2);

  private final SecretBox box = box("old", Map.of("old", OLD));

  @Test
  void whatIsSealedOpensInItsContext() {
    String sealed = box.seal("접근 비밀", "api-key:1");

    assertThat(sealed).startsWith("old:").doesNotContain("비밀");
    assertThat(box.open(sealed, "api-key:1")).isEqualTo("접근 비밀");
  }

  @Test
  void theSameSecretIsSealedDifferentlyEachTime() {
    assertThat(box.seal("secret", "a")).isNotEqualTo(box.seal("secret", "a"));
  }

  @Test
  void anotherContextDoesNotOpenIt() {
    String sealed = box.seal("secret", "api-key:1");

    assertThatThrownBy(() -> box.open(sealed, "api-key:2"))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining("api-key:2")
        .hasMessageNotContaining(sealed);
  }

  @Test
  void aChangeOfAnyCharacterBreaksIt() {
    String sealed =
        box.seal("8 bytes.", "a"); // sealed 36, a multiple of 3: no spare bits in base64
    for (int place = "old:".length(); place < sealed.length(); place++) {
      char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
      if (!changed.equals(sealed)) {
        assertThatThrownBy(() -> box.open(changed, "a")).isInstanceOf(SealBrokenException.class);
      }
    }
  }

  @Test
  void whatWasNeverSealedDoesNotOpen() {
    for (String never : new String[] {"", "plain", "old:", "old:???", "old:AAAA"}) {
      assertThatThrownBy(() -> box.open(never, "a")).isInstanceOf(SealBrokenException.class);
    }
  }

  @Test
  void afterARotationOldSecretsOpenAndNewOnesTakeTheNewKey() {
    String before = box.seal("secret", "a");
    SecretBox rotated = box("new", Map.of("old", OLD, "new", NEW));

    assertThat(rotated.open(before, "a")).isEqualTo("secret");
    assertThat(rotated.seal("secret", "a")).startsWith("new:");
  }

  @Test
  void aSecretWhoseKeyWasRemovedSaysWhichOne() {
    String before = box.seal("secret", "a");

    assertThatThrownBy(() -> box("new", Map.of("new", NEW)).open(before, "a"))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining("daybreak.secrets.keys.old");
  }

  @Test
  void withoutKeysTheServiceDoesNotStartAndSaysWhatToSet() {
    assertThatThrownBy(() -> box(null, Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("daybreak.secrets.current");
    assertThatThrownBy(() -> box("other", Map.of("old", OLD)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("daybreak.secrets.keys.other");
  }

  @Test
  void aKeyOfTheWrongLengthOrFormIsRefusedWithoutShowingIt() {
    String shortKey = Base64.getEncoder().encodeToString("sixteen bytes ok".getBytes());
    assertThatThrownBy(() -> box("old", Map.of("old", shortKey)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has 16 bytes")
        .hasMessageNotContaining(shortKey);
    assertThatThrownBy(() -> box("old", Map.of("old", "not*base64")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not base64")
        .hasMessageNotContaining("not*base64")
        .hasNoCause();
  }

  @Test
  void aServiceThatKeepsNoSecretsNeedsNoKeys() {
    assertThatCode(() -> new SecretBox(new Keys(false, Optional.empty(), Map.of())))
        .doesNotThrowAnyException();
  }

  private static SecretBox box(String current, Map<String, String> keys) {
    return new SecretBox(new Keys(true, Optional.ofNullable(current), keys));
  }

  private static String key(byte fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private record Keys(boolean required, Optional<String> current, Map<String, String> keys)
      implements SecretSettings {}
}
