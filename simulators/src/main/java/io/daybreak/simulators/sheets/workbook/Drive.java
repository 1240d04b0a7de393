package io.daybreak.simulators.sheets.workbook;

import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.Formats;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every spreadsheet there is and whom it is shared with. */
public final class Drive {

  private final Map<String, SharedSpreadsheet> files = new ConcurrentHashMap<>();
  private final AtomicLong created = new AtomicLong();
  private final CellCode codes = new CellCode();
  private final Formats formats = new Formats();

  public CellCode codes() {
    return codes;
  }

  public Formats formats() {
    return formats;
  }

  /** An id of the shape that Google's have, 44 characters, new in this drive. */
  public String newId() {
    return "1DaybreakLocalSpreadsheet%019d".formatted(created.incrementAndGet());
  }

  public SharedSpreadsheet add(Spreadsheet spreadsheet, Map<String, Role> shares) {
    SharedSpreadsheet file = new SharedSpreadsheet(spreadsheet, shares);
    if (files.putIfAbsent(spreadsheet.id(), file) != null) {
      throw new IllegalArgumentException("There is a spreadsheet " + spreadsheet.id() + " already");
    }
    return file;
  }

  /** The spreadsheet whoever asks; for the control interface. */
  public SharedSpreadsheet get(String id) {
    SharedSpreadsheet file = files.get(id);
    if (file == null) {
      throw Refusal.notFound();
    }
    return file;
  }

  /**
   * The spreadsheet for a user.
   *
   * @throws Refusal 404 where there is none, 403 where it is not shared with the user for this, 400
   *     where it is an Excel file
   */
  public SharedSpreadsheet open(String id, String user, Role needed) {
    SharedSpreadsheet file = get(id);
    if (!file.allows(user, needed)) {
      throw Refusal.forbidden();
    }
    if (!file.isGoogleFormat()) {
      throw Refusal.notNative();
    }
    return file;
  }

  public Collection<SharedSpreadsheet> all() {
    return List.copyOf(files.values());
  }

  public void remove(String id) {
    files.remove(id);
  }
}
