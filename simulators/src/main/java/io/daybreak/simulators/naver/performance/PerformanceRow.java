package io.daybreak.simulators.naver.performance;

import java.math.BigDecimal;

/**
 * One row of AD_DETAIL.
 *
 * @param cost won, in the form NAVER gives on that day, see {@link CostForm}
 * @param rankSum the sum of the ad's ranks over its impressions
 */
public record PerformanceRow(
    Place place, long impressions, long clicks, BigDecimal cost, long rankSum, long views) {}
