package io.daybreak.simulators.sheets.workbook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A spreadsheet with its shares; one caller at a time reads or changes it. */
public final class SharedSpreadsheet {

  private Spreadsheet current;
  private final Map<String, Role> shares;
  private volatile boolean googleFormat = true;
  private final AtomicLong writeCalls = new AtomicLong();

  SharedSpreadsheet(Spreadsheet spreadsheet, Map<String, Role> shares) {
    this.current = spreadsheet;
    this.shares = new ConcurrentHashMap<>(shares);
  }

  public synchronized String id() {
    return current.id();
  }

  boolean allows(String user, Role needed) {
    Role role = shares.get(user);
    return role == Role.WRITER || (role != null && role == needed);
  }

  /** Whether it is a spreadsheet of Google's, not an Excel file that is opened in its editor. */
  boolean isGoogleFormat() {
    return googleFormat;
  }

  /**
   * Makes it an Excel file, or a spreadsheet of Google's again, as "Save as Google Sheets" does.
   */
  public void googleFormat(boolean now) {
    googleFormat = now;
  }

  public void share(String user, Role role) {
    shares.put(user, role);
  }

  public void unshare(String user) {
    shares.remove(user);
  }

  public synchronized <T> T read(Function<Spreadsheet, T> reading) {
    return reading.apply(current);
  }

  /**
   * Changes the spreadsheet all or nothing: a refusal leaves it as it was.
   *
   * @param editor whose change it is, which protected ranges ask; null for its owner
   */
  public synchronized <T> T changeAtomically(
      @Nullable String editor, Function<Spreadsheet, T> change) {
    Spreadsheet draft = current.draft();
    draft.editor(editor);
    T result = change.apply(draft);
    current = draft;
    if (editor != null) {
      writeCalls.incrementAndGet();
    }
    return result;
  }

  /**
   * Changes the spreadsheet in place, for changes that check everything before they write anything.
   */
  public synchronized <T> T changeInPlace(String editor, Function<Spreadsheet, T> change) {
    current.editor(editor);
    T result = change.apply(current);
    writeCalls.incrementAndGet();
    return result;
  }

  /** Writing calls that succeeded; what the owner did by hand is none. */
  public long writeCalls() {
    return writeCalls.get();
  }
}
