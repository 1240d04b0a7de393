package io.daybreak.imports.format;

/**
 * Where a report's row counts.
 *
 * @param keywordId {@link Dimension#NO_KEYWORD} where there is none
 * @param hour 0 to 23, Asia/Seoul
 * @param device NAVER's one-letter mark, {@code P} or {@code M}
 */
public record RowKey(
    String campaignId, String adGroupId, String keywordId, int hour, char device) {}
