package io.daybreak.imports.format;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a day has as a whole, so that people can compare it with NAVER's own pages.
 *
 * @param cost won
 * @param conversions null where NAVER has none for this day
 * @param revenue won, of purchases; null where {@code conversions} is
 */
public record DaySums(
    long rows,
    long impressions,
    long clicks,
    BigDecimal cost,
    @Nullable Long conversions,
    @Nullable Long revenue) {}
