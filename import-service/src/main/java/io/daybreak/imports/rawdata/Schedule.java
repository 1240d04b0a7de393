package io.daybreak.imports.rawdata;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What the morning batch does with a set.
 *
 * @param enabled whether it updates the set at all
 * @param updateDays days an update goes back; unchanged where absent
 */
public record Schedule(
    @NotNull Boolean enabled, @Nullable @Min(1) @Max(NewRawData.MOST_DAYS) Integer updateDays) {

  void applyTo(RawDataSet set) {
    set.scheduleEnabled = enabled;
    if (updateDays != null) {
      set.updateDays = updateDays;
    }
  }
}
