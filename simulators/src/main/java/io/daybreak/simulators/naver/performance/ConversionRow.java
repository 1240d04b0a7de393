package io.daybreak.simulators.naver.performance;

/**
 * One row of AD_CONVERSION_DETAIL.
 *
 * @param method 1 direct, 2 indirect
 * @param type e.g. {@code purchase}
 * @param sales won
 */
public record ConversionRow(Place place, int method, String type, long count, long sales) {}
