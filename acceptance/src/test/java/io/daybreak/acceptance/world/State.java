package io.daybreak.acceptance.world;

/** The states as clients know them; the ordinal is the code that is part of the API. */
public enum State {
  FAILED,
  CREATE_WAITING,
  UPDATE_WAITING,
  CREATING,
  IMPORTING,
  INSERTING,
  ADDING,
  SUCCESS;

  public boolean ended() {
    return this == FAILED || this == SUCCESS;
  }

  public boolean waiting() {
    return this == CREATE_WAITING || this == UPDATE_WAITING;
  }
}
