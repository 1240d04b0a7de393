package io.daybreak.kit.alert;

/**
 * What a finding makes of an alert.
 *
 * @param next the alert afterwards
 */
record Change(Alert next, Announcement announcement) {

  /** What people are to hear of it. */
  enum Announcement {
    NOTHING,
    FIRING,
    RECOVERY
  }
}
