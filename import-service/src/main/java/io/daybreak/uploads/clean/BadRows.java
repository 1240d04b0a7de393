package io.daybreak.uploads.clean;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadError;
import java.util.ArrayList;
import java.util.List;

/** The wrong records of a file: the first ones as they are, all of them counted. */
public final class BadRows {

  private final List<BadRow> kept = new ArrayList<>();
  private final int most;
  private long count;

  /**
   * @param most how many are kept
   */
  public BadRows(int most) {
    this.most = most;
  }

  public void add(BadRow row) {
    count++;
    if (kept.size() < most) {
      kept.add(row);
    }
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public long count() {
    return count;
  }

  public List<BadRow> kept() {
    return List.copyOf(kept);
  }

  /** What is wrong with the file: a single wrong record itself, several as their number. */
  public UploadError error() {
    return count == 1 ? kept.get(0).error() : ErrorKind.BAD_ROWS.with(count);
  }
}
