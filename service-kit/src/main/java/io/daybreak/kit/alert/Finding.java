package io.daybreak.kit.alert;

/**
 * What a rule found.
 *
 * @param count how many things are not as they should be; 0 means that all is well
 * @param korean one sentence that names the numbers
 * @param english the same in English
 */
public record Finding(long count, String korean, String english) {

  /** All is well. */
  public static final Finding NONE = new Finding(0, "", "");

  boolean firing() {
    return count > 0;
  }
}
