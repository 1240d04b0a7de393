package io.daybreak.imports.status;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.run.RunState;
import io.daybreak.imports.run.RunTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest run of a raw-data set.
 *
 * @param id the set
 * @param code the state's code, 0 to 7
 * @param name the state's name
 * @param progress 0 to 1
 * @param rowsFetched rows collected from the platform so far
 * @param rowsWritten rows that have reached the spreadsheet so far
 * @param position 1 is the next to start; null unless it waits
 * @param estimatedEnd null once it has ended
 * @param failureReason one sentence for people; null unless it failed
 * @param missingDays days that NAVER had not finished; the tab has of them what it had before
 * @param doubtfulDays days for which NAVER had nothing or far too little; the same is true of them
 * @param templateTrouble what is wrong with the report template in the spreadsheet
 */
public record RunStatus(
    UUID id,
    UUID runId,
    int code,
    RunState name,
    RunKind kind,
    RunTrigger trigger,
    double progress,
    int days,
    int daysDone,
    long rowsFetched,
    long rowsWritten,
    @Nullable Integer position,
    Plan plan,
    Instant queuedAt,
    @Nullable Instant estimatedEnd,
    @Nullable Instant endedAt,
    @Nullable FailureCode failureCode,
    @Nullable String failureReason,
    List<LocalDate> missingDays,
    List<LocalDate> doubtfulDays,
    @Nullable TemplateTrouble templateTrouble) {}
