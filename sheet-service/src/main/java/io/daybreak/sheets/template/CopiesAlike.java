package io.daybreak.sheets.template;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;
import java.util.List;

/**
 * Nobody heard whether a tab was copied, and several tabs look like the copy.
 *
 * @param title of the template's tab
 * @param candidates titles of tabs that may be its copy
 */
record CopiesAlike(String title, List<String> candidates) implements Failure {

  CopiesAlike {
    candidates = List.copyOf(candidates);
  }

  @Override
  public FailureCode code() {
    return FailureCode.SHEET_TEMPLATE_INCOMPLETE;
  }

  @Override
  public String reason() {
    return "It is not known which of the tabs %s is the copy of \"%s\". Rename one of them to \"%s\"; the next import goes on."
        .formatted(
            String.join(", ", candidates.stream().map("\"%s\""::formatted).toList()), title, title);
  }
}
