package io.daybreak.sheets.template;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.kit.budget.WaitInterruptedException;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.Fence;
import io.daybreak.sheets.run.Publishing;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.daybreak.sheets.template.TemplateCopies.Use;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a report template into the spreadsheet once the rows are in their tab. Whatever goes wrong
 * with it is told, and does not fail the run.
 */
@ApplicationScoped
public class TemplateStep {

  private static final String ROWS_ARE_IN =
      "The rows are in the tab, but the report template could not be copied completely. ";

  private final TemplateTabs tabs;
  private final TemplateFormulas formulas;
  private final TabWrites writes;

  TemplateStep(TemplateTabs tabs, TemplateFormulas formulas, TabWrites writes) {
    this.tabs = tabs;
    this.formulas = formulas;
    this.writes = writes;
  }

  /**
   * @return what is wrong with the template in the spreadsheet; null if nothing is
   * @throws WaitInterruptedException if the service stops meanwhile
   */
  public @Nullable TemplateTrouble apply(TabWrite write, Publishing publishing, String template) {
    Use use = new Use(write.spreadsheetId(), template, write.runId());
    Fence fence = () -> writes.requireHeld(write);
    try {
      tabs.copy(use, fence);
      List<String> broken = formulas.point(use, publishing.tabId(), write.layout(), fence);
      return broken.isEmpty() ? null : broken(broken);
    } catch (FailureException e) {
      Log.infof("Run %s: its template: %s", write.runId(), e.getMessage());
      return new TemplateTrouble(e.failure().code(), ROWS_ARE_IN + e.failure().reason(), List.of());
    } catch (WaitInterruptedException e) {
      throw e;
    } catch (RuntimeException e) { // the edge of the step: a fault of ours does not undo the rows
      Log.errorf(e, "Run %s: its template failed", write.runId());
      return new TemplateTrouble(
          FailureCode.INTERNAL,
          ROWS_ARE_IN + "This is a fault of ours; the next import tries again.",
          List.of());
    }
  }

  /** What is told where the writer died meanwhile. */
  public static TemplateTrouble writerLost() {
    return new TemplateTrouble(
        FailureCode.WRITER_LOST,
        ROWS_ARE_IN + "The instance that was copying it went away; the next import goes on.",
        List.of());
  }

  private static TemplateTrouble broken(List<String> cells) {
    List<String> some = cells.stream().limit(TemplateTrouble.MOST_CELLS).toList();
    return new TemplateTrouble(
        FailureCode.SHEET_TEMPLATE_INCOMPLETE,
        "%d formulas of the copied report refer to what this spreadsheet does not have: %s. Correct them, or correct the template, delete the copied tab and start an update: it is copied again."
            .formatted(cells.size(), String.join(", ", some)),
        some);
  }
}
