package io.daybreak.sheets.fake;

/** What happens to one call instead of an answer. */
public sealed interface Trouble {

  /** It is not carried out, and this status is answered. */
  record Status(int status, String body) implements Trouble {

    /** With Google's body for it. */
    public static Status of(int status, String name) {
      return new Status(
          status,
          """
          {"error":{"code":%d,"message":"as told by the test","status":"%s"}}\
          """
              .formatted(status, name));
    }
  }

  /** It is carried out, but its answer never comes. */
  record DoneWithoutAnswer() implements Trouble {}

  /** It is not carried out, and no answer comes. */
  record NoAnswer() implements Trouble {}

  /** Something happens at that moment; the call is not carried out, and this status is answered. */
  record RefusedMeanwhile(Runnable what, Status status) implements Trouble {}

  /** Something happens at that moment; then the call is carried out and answered. */
  record Meanwhile(Runnable what) implements Trouble {}
}
