package io.daybreak.imports.format;

/**
 * Where a report's row counts.
 *
 * @param detail value of the format's {@link Format#detail()}: for a keyword {@link
 *     Dimension#NO_KEYWORD} where there is none; empty where the format has no detail
 * @param hour 0 to 23, Asia/Seoul
 * @param device NAVER's one-letter mark, {@code P} or {@code M}
 */
public record RowKey(String campaignId, String adGroupId, String detail, int hour, char device) {}
