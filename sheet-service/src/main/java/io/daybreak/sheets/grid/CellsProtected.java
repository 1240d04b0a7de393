package io.daybreak.sheets.grid;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/**
 * A protected range keeps us from writing.
 *
 * @param title the tab's title
 * @param account e-mail of the service account
 */
public record CellsProtected(String title, Protection protection, String account)
    implements Failure {

  @Override
  public FailureCode code() {
    return FailureCode.SHEET_PROTECTED;
  }

  @Override
  public String reason() {
    return "The range %s of the tab \"%s\" is protected%s. Let %s edit it (Data > Protect sheets and ranges) or remove the protection, and start an update."
        .formatted(
            protection.area().a1(),
            title,
            protection.description().isEmpty() ? "" : " (" + protection.description() + ")",
            account);
  }
}
