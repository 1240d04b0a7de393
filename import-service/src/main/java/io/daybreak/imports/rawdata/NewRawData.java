package io.daybreak.imports.rawdata;

import io.daybreak.imports.format.Format;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A raw-data set to be made and imported.
 *
 * @param spreadsheet address or id of the spreadsheet that gets the tab, perhaps with text around
 *     it
 * @param template address or id of the spreadsheet whose tabs are copied in afterwards
 * @param historyDays days the first import goes back, at most {@value #MOST_DAYS}; NAVER keeps days
 *     with hours for 180 and whole days for 365
 * @param updateDays days every later import goes back, because conversions arrive late
 * @param scheduleEnabled whether the morning batch updates it; true where absent
 */
public record NewRawData(
    @NotNull UUID apiKeyId,
    @NotNull @Pattern(regexp = "[0-9]{1,18}", message = "must be 1 to 18 digits") String customerId,
    @NotNull Format format,
    @NotBlank @Size(max = 4000) String spreadsheet,
    @Nullable @Size(max = 4000) String template,
    @Min(1) @Max(MOST_DAYS) Integer historyDays,
    @Min(1) @Max(MOST_DAYS) Integer updateDays,
    Boolean scheduleEnabled) {

  static final int MOST_DAYS = 365;

  private static final int HISTORY_DAYS = 30;
  private static final int UPDATE_DAYS = 7;

  public NewRawData {
    historyDays = historyDays == null ? Integer.valueOf(HISTORY_DAYS) : historyDays;
    updateDays = updateDays == null ? Integer.valueOf(UPDATE_DAYS) : updateDays;
    scheduleEnabled = scheduleEnabled == null || scheduleEnabled;
  }
}
