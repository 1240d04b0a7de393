package io.daybreak.sheets.command;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.sheets.failure.Failure;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.GoogleSettings;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.LostRun;
import io.daybreak.sheets.run.Publishing;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.daybreak.sheets.template.TemplateStep;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** FinishTab: publishes the rows in one update, then copies the template's tabs. */
@ApplicationScoped
class TabFinishing {

  /** Between two looks whether an update happened whose answer nobody heard. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final PacedSheets sheets;
  private final TabWrites writes;
  private final RunSteps steps;
  private final PublicationDraft drafts;
  private final Inquiry inquiry;
  private final TemplateStep templates;
  private final GoogleSettings settings;

  TabFinishing(
      PacedSheets sheets,
      TabWrites writes,
      RunSteps steps,
      PublicationDraft drafts,
      Inquiry inquiry,
      TemplateStep templates,
      GoogleSettings settings) {
    this.sheets = sheets;
    this.writes = writes;
    this.steps = steps;
    this.drafts = drafts;
    this.inquiry = inquiry;
    this.templates = templates;
    this.settings = settings;
  }

  void finish(TabWrite write, FinishTab command) {
    if (command.totalRows() != write.rowsStaged()) {
      throw new RowsMissing(command.totalRows(), write.rowsStaged()).toException();
    }
    PublicationDraft.Draft draft = drafts.of(write, command);
    if (draft.overLimit()) {
      throw new CellLimitExceeded(draft.cells(), draft.added()).toException();
    }
    if (publish(write, draft)) {
      complete(write, draft.publishing());
    }
  }

  /**
   * Goes on with a run whose update left and was not heard of again, and ends one whose writer died
   * after it.
   *
   * @throws FailureException if the rows are not in the tab
   */
  void settle(TabWrite write) {
    TabWrites.Attempt attempt = writes.attempt(write).orElseThrow();
    if (attempt.published()) {
      steps.finished(write, attempt.publishing(), TemplateStep.writerLost());
      return;
    }
    Optional<Boolean> there = look(write);
    if (there.orElse(false)) {
      Log.infof("Run %s: its update had happened", write.runId());
      complete(write, attempt.publishing());
    } else if (there.isPresent() && attempt.age().compareTo(settings.readTimeout()) > 0) {
      throw LostRun.unpublished(write).toException();
    } else {
      steps.lookAgain(write, BETWEEN_LOOKS);
    }
  }

  /**
   * @return whether it is known that the rows are in the tab; where nothing is known, somebody will
   *     look again
   */
  private boolean publish(TabWrite write, PublicationDraft.Draft draft) {
    try {
      inquiry.afterRefusal(
          write,
          draft.added(),
          () ->
              sheets.change(
                  write.spreadsheetId(),
                  draft.publication().changes(),
                  () -> writes.publishing(write, draft.publishing())));
      return true;
    } catch (FailureException e) {
      if (!(e.failure() instanceof GoogleFailure failure && failure.outcomeUnknown())) {
        throw e;
      }
      return found(write, failure, e);
    }
  }

  private boolean found(TabWrite write, GoogleFailure failure, FailureException unheard) {
    Optional<Boolean> there = look(write);
    if (there.isEmpty() || !there.get() && failure.mayStillHappen()) {
      steps.lookAgain(write, BETWEEN_LOOKS);
      return false;
    }
    if (!there.get()) {
      throw unheard;
    }
    return true;
  }

  /**
   * One update changes the tab's mark together with the rows, so it tells whether it happened.
   *
   * @return nothing if Google does not show it now
   */
  private Optional<Boolean> look(TabWrite write) {
    try {
      Workbook now = sheets.workbook(write.spreadsheetId());
      return Optional.of(now.publishedBy(write.runId()).isPresent());
    } catch (FailureException blind) {
      Log.infof(
          "Run %s: not known whether it was published: %s", write.runId(), blind.getMessage());
      return Optional.empty();
    }
  }

  private void complete(TabWrite write, Publishing publishing) {
    TemplateTrouble trouble = null;
    if (publishing.template() != null) {
      steps.published(write, publishing);
      trouble = templates.apply(write, publishing, publishing.template());
    }
    steps.finished(write, publishing, trouble);
  }

  /** Not all rows of the run arrived. */
  private record RowsMissing(long expected, long staged) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.SEQUENCE_GAP;
    }

    @Override
    public String reason() {
      return "The run has %d rows, but %d arrived. Start the import again."
          .formatted(expected, staged);
    }
  }
}
