package io.daybreak.kit.doctor;

/**
 * What a look came to.
 *
 * @param english a sentence or two: what is there, or what is wrong and what to do
 * @param korean the same
 */
public record Result(Verdict verdict, String english, String korean) {

  /** From good to bad. */
  public enum Verdict {
    OK,
    /** The work will do, but not as it should. */
    WARNING,
    /** Work will fail. */
    WRONG
  }

  /** It is as it should be. */
  public static Result ok(String english, String korean) {
    return new Result(Verdict.OK, english, korean);
  }

  /** The work will do, but not as it should. */
  public static Result warning(String english, String korean) {
    return new Result(Verdict.WARNING, english, korean);
  }

  /** Work will fail. */
  public static Result wrong(String english, String korean) {
    return new Result(Verdict.WRONG, english, korean);
  }
}
