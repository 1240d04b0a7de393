package io.daybreak.imports.morning;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.paging.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A morning: all sets a caller may see, by ad account, with the numbers of one day beside those of
 * two others. Numbers of a day are null where no run has read it.
 *
 * @param day Asia/Seoul
 * @param before the day before it
 * @param weekEarlier the same weekday a week earlier
 * @param jumpShare from which change on a number counts as a jump; 0.3 is 30 %
 * @param counts sets by state, over all pages and whatever the list is filtered by
 * @param total the sum over all ad accounts
 * @param sets by ad account
 */
public record MorningView(
    LocalDate day,
    LocalDate before,
    LocalDate weekEarlier,
    double jumpShare,
    Map<MorningState, Long> counts,
    Figures total,
    Page<MorningSet> sets) {

  /**
   * Three days of the same thing.
   *
   * @param day null where no run has read the day
   */
  public record Figures(
      @Nullable Numbers day, @Nullable Numbers before, @Nullable Numbers weekEarlier) {}

  /**
   * What NAVER said of a day.
   *
   * @param cost won
   * @param conversions of every type; null where NAVER has none for the day
   */
  public record Numbers(long clicks, BigDecimal cost, @Nullable Long conversions) {}

  /**
   * A set in the morning.
   *
   * @param accountName as the organisation calls the ad account
   * @param title of its tab
   * @param tabId Google's id of the tab; null before the first run that succeeded
   * @param rows of the day in the tab, as the run that read it counted them; null where none did
   * @param importedAt when that run ended
   * @param runEndedAt when the newest run ended; null while it lives or where there is none
   * @param failureCode why the newest run failed; null where it did not
   * @param account the numbers of its ad account: those of the set that was fetched last, because
   *     each format shows the same money cut differently. Search terms, which are a part of it,
   *     count only where an account has nothing else
   */
  public record MorningSet(
      UUID id,
      UUID organisationId,
      String customerId,
      String accountName,
      Format format,
      String title,
      String spreadsheetId,
      @Nullable Integer tabId,
      MorningState state,
      @Nullable Long rows,
      @Nullable Instant importedAt,
      @Nullable Instant runEndedAt,
      @Nullable FailureCode failureCode,
      Figures figures,
      Figures account) {}
}
