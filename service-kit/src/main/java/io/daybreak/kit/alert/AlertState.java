package io.daybreak.kit.alert;

/** Whether a rule finds something. */
public enum AlertState {
  FIRING,
  RESOLVED
}
