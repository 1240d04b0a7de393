package io.daybreak.sheets.grid;

import java.util.Optional;
import java.util.UUID;

/**
 * What we write down at a tab as developer metadata, which people do not see: which tab it is,
 * whatever they call it, and which run published into it last. The run's update changes it together
 * with the rows, so it tells whether the update happened.
 *
 * @param id Google's id of the metadata
 * @param run the run that published last
 * @param title the tab's title in its layout
 */
public record Mark(int id, UUID run, String title) {

  /** Key of the metadata. */
  public static final String KEY = "daybreak.tab";

  private static final int RUN_LENGTH = 36;

  static String value(UUID run, String title) {
    return run + " " + title;
  }

  /** Reads metadata; nothing where somebody else wrote it. */
  public static Optional<Mark> of(int id, String key, String value) {
    if (!key.equals(KEY) || value.length() <= RUN_LENGTH + 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Mark(
              id,
              UUID.fromString(value.substring(0, RUN_LENGTH)),
              value.substring(RUN_LENGTH + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
