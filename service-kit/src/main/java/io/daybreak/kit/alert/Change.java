package io.daybreak.kit.alert;

/**
 * What a finding makes of an alert.
 *
 * @param next the alert afterwards
 */
record Change(Alert next, Telling telling) {

  /** What people are to hear of it. */
  enum Telling {
    NOTHING,
    FIRING,
    RECOVERY
  }
}
