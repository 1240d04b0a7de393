package io.daybreak.kit.deadletter;

/** Says in one line why something failed. */
final class Cause {

  private static final int LONGEST = 500;

  private Cause() {}

  /** The first cause of all: what is wrapped around it says nothing more. */
  static String of(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null && first.getCause() != first) {
      first = first.getCause();
    }
    String text =
        first.getMessage() == null
            ? first.getClass().getSimpleName()
            : first.getClass().getSimpleName() + ": " + first.getMessage();
    String clean = text.replace('\0', ' '); // PostgreSQL's text holds everything else
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }
}
