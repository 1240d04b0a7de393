package io.daybreak.kit.retention;

import java.time.Duration;

/**
 * Rows that are deleted when they are old enough; being a CDI bean of this type is all it takes.
 */
public interface Retention {

  /** What they are, for the log. */
  String what();

  /** How long they are kept. */
  Duration age();

  /**
   * Deletes some of the rows that are older; whatever belongs to a row goes in the same statement.
   * {@code $1} is the age in seconds, {@code $2} the most rows; answers how many it deleted.
   */
  String statement();
}
