package io.daybreak.uploads.fault;

import java.util.Map;

/**
 * One thing that is wrong, in both languages: where it is and what to do, no cell's content.
 *
 * @param values the facts of the texts, by name: codes, numbers and names
 */
public record UploadError(
    ErrorKind kind, String english, String korean, Map<String, String> values) {

  public UploadError {
    values = Map.copyOf(values);
  }
}
