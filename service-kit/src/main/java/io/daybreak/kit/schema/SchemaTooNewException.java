package io.daybreak.kit.schema;

/** The schema has been changed in a way that this version cannot work on. */
public final class SchemaTooNewException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param needed the oldest version that works on it
   * @param known the newest that this image knows
   */
  SchemaTooNewException(String needed, String known) {
    super(
        "The database needs version %s of the schema or newer, this image knows %s: start a newer image, or restore the database of the older one"
            .formatted(needed, known));
  }
}
