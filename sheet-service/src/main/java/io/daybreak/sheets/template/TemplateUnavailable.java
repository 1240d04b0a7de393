package io.daybreak.sheets.template;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/**
 * The template cannot be read.
 *
 * @param cause why Google did not show it
 */
record TemplateUnavailable(Failure cause) implements Failure {

  @Override
  public FailureCode code() {
    return FailureCode.SHEET_TEMPLATE_UNAVAILABLE;
  }

  @Override
  public String reason() {
    return cause.reason();
  }
}
