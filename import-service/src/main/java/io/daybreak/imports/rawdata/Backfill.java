package io.daybreak.imports.rawdata;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days to be fetched again; the others stay as they are in the tab.
 *
 * @param from first day, Asia/Seoul
 * @param to last day, included; the last one that NAVER has where it is absent
 */
public record Backfill(@NotNull LocalDate from, @Nullable LocalDate to) {}
