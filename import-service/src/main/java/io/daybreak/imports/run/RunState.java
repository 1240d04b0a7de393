package io.daybreak.imports.run;

import java.util.Arrays;

/** The states of a run with the codes that clients and the database use. */
public enum RunState {
  FAILED(0),
  /** Waits for its turn on the API key; the tab has to be made first. */
  CREATE_WAITING(1),
  /** Waits for its turn on the API key; the tab exists. */
  UPDATE_WAITING(2),
  /** sheet-service prepares the tab. */
  CREATING(3),
  /** Rows are collected from the platform and travel to the sheet. */
  IMPORTING(4),
  /** All rows are collected; the last of them are written. */
  INSERTING(5),
  /** The report template's tabs are copied in. */
  ADDING(6),
  SUCCESS(7);

  private final int code;

  RunState(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** In the queue, not started. */
  public boolean waiting() {
    return this == CREATE_WAITING || this == UPDATE_WAITING;
  }

  /** Ended, one way or the other. */
  public boolean ended() {
    return this == FAILED || this == SUCCESS;
  }

  public static RunState ofCode(int code) {
    return Arrays.stream(values())
        .filter(state -> state.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No run state has the code " + code));
  }
}
