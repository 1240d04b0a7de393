package io.daybreak.imports.rawdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a tab holds of a day, with the sums that can be compared with NAVER's own pages. They are
 * null for days that were imported before sums were kept.
 *
 * @param day Asia/Seoul
 * @param importedAt end of the run that brought the rows
 * @param cost won; NAVER rounds each row since 2026-03-30, so its pages can differ by some hundred
 * @param conversions of every type; null too where NAVER has none for the day
 * @param revenue won, of purchases; null where {@code conversions} is
 * @param outcome READ; LATE where the newest run found that NAVER had not finished the day,
 *     DOUBTFUL where it found nothing or far too little: the tab then has what an earlier run
 *     brought
 */
public record DayRows(
    LocalDate day,
    long rows,
    @Nullable Instant importedAt,
    @Nullable Long impressions,
    @Nullable Long clicks,
    @Nullable BigDecimal cost,
    @Nullable Long conversions,
    @Nullable Long revenue,
    String outcome) {}
