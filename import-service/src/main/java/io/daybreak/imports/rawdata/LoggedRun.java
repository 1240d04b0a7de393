package io.daybreak.imports.rawdata;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.ChangedDay;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.run.RunState;
import io.daybreak.imports.run.RunTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in the import log.
 *
 * @param firstDay first day it fetches, Asia/Seoul
 * @param tabRows data rows in the tab after it; null unless it succeeded
 * @param missingDays days that NAVER had not finished
 * @param doubtfulDays days for which NAVER had nothing or far too little
 * @param changedDays days before it whose rows in the tab are not as many as were written
 * @param templateTrouble what is wrong with the report template in the spreadsheet
 * @param log its states in order
 */
public record LoggedRun(
    UUID runId,
    RunKind kind,
    RunTrigger trigger,
    int code,
    RunState name,
    LocalDate firstDay,
    LocalDate lastDay,
    long rowsFetched,
    long rowsWritten,
    @Nullable Long tabRows,
    Instant queuedAt,
    @Nullable Instant endedAt,
    @Nullable FailureCode failureCode,
    @Nullable String failureReason,
    List<LocalDate> missingDays,
    List<LocalDate> doubtfulDays,
    List<ChangedDay> changedDays,
    @Nullable TemplateTrouble templateTrouble,
    List<Entry> log) {

  /**
   * A moment in a run's life.
   *
   * @param note what happened, where the state alone does not say it
   */
  public record Entry(int code, RunState name, Instant at, @Nullable String note) {}
}
