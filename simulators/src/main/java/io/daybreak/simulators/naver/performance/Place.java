package io.daybreak.simulators.naver.performance;

import io.daybreak.simulators.naver.account.Ad;
import io.daybreak.simulators.naver.account.Target;
import java.time.LocalDate;

/**
 * Where a report's row belongs. Different rows can have equal places: NAVER sends such rows, and a
 * reader has to add them up (<a
 * href="https://github.com/naver/searchad-apidoc/issues/1455">searchad-apidoc 1455</a>).
 *
 * @param hour 0 to 23, Asia/Seoul
 * @param region {@code 01} to {@code 17}, {@code 00} abroad, {@code -1} unknown, {@code 99} in
 *     Korea
 * @param media NAVER's code of the site the ad was shown on
 * @param device {@code P} or {@code M}
 */
public record Place(
    LocalDate day, Target target, Ad ad, int hour, String region, String media, char device) {}
