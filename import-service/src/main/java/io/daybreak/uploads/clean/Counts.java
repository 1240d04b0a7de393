package io.daybreak.uploads.clean;

/**
 * What became of a file's records.
 *
 * @param read records of the file, without the header
 * @param written records of the cleaned file
 * @param dropped records that had a blank mark
 * @param split records that splitting and unpivoting added
 */
public record Counts(long read, long written, long dropped, long split) {

  public static final Counts NONE = new Counts(0, 0, 0, 0);
}
