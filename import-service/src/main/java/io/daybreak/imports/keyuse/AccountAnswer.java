package io.daybreak.imports.keyuse;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.naver.NaverFailure;
import org.jspecify.annotations.Nullable;

/**
 * What NAVER said when it was asked with a key.
 *
 * @param failureCode as of a run that would fail so; null if it works
 * @param reason one sentence for people; null if it works
 */
public record AccountAnswer(
    String customerId, boolean works, @Nullable FailureCode failureCode, @Nullable String reason) {

  static AccountAnswer passed(String customerId) {
    return new AccountAnswer(customerId, true, null, null);
  }

  static AccountAnswer failed(String customerId, NaverFailure failure) {
    return new AccountAnswer(customerId, false, failure.code(), failure.reason());
  }
}
