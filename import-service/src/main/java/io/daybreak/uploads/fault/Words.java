package io.daybreak.uploads.fault;

import io.daybreak.kit.textfile.CellFault.Found;

/** A fact that has words of its own in each language, and a code for programs. */
public record Words(String code, String english, String korean) {

  /** What is in a cell that its kind of value has not. */
  public static Words of(Found found) {
    String detail = found.detail().isEmpty() ? "" : " " + found.detail();
    return new Words(found.fault().name() + detail, found.english(), found.korean());
  }
}
