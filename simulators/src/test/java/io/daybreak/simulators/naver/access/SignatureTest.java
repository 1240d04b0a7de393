package io.daybreak.simulators.naver.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  /** Computed with another implementation, over the secret {@code test-secret}. */
  @ParameterizedTest
  @CsvSource({
    "GET,  /ncc/campaigns,   NbG5Qnc/X8TIhoP44fabAXDc5lfVQVYyJZDngllTN/4=",
    "GET,  /stats,           FBKVeG9dX4uyw7yFpCOv+uQtH7jz7bwcFnHv47OhYrE=",
    "POST, /stat-reports,    XPTdv9bDQgEj1hsxewF8QSkKNkDu57ZlyjrFHGhHNw8=",
    "GET,  /report-download, ys3s+RIDptUDD1TacVAI1mEP9IGb9zrBsJlQ34VPI1o="
  })
  void signsTimestampMethodAndPath(String method, String path, String signature) {
    assertThat(Signature.of("test-secret", "1767225600000", method, path)).isEqualTo(signature);
  }
}
