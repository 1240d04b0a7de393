package io.daybreak.uploads.upload;

import io.daybreak.kit.textfile.Separator;

/**
 * How a file was read: what was found out, or what its table says.
 *
 * @param encoding by the name that people know
 */
public record ReadAs(String encoding, Separator separator) {

  public String english() {
    return encoding + ", " + separator.english() + "-separated";
  }

  public String korean() {
    return encoding + ", " + separator.korean() + " 구분";
  }
}
