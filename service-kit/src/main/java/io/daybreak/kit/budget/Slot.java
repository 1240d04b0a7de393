package io.daybreak.kit.budget;

/**
 * A slot on this process's clock ({@link System#nanoTime}). How long the answer was under way is
 * not known, so that its moment is known only within the time the question took.
 *
 * @param granted whether it was taken; if not, it is only the earliest one there is
 * @param moment the latest that the slot's moment can be: nothing that waits for it is too early
 * @param earliest the earliest that it can be: nothing counted from it is later than it looks
 */
record Slot(boolean granted, long moment, long earliest) {

  static Slot of(Grant answer, long asked, long answered) {
    return new Slot(
        answer.granted(), answered + answer.ahead(), asked + answer.lockedFor() + answer.ahead());
  }
}
