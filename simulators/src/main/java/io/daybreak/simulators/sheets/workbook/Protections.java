package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import org.jspecify.annotations.Nullable;

/** What of a tab is protected against whom. */
public final class Protections {

  private final Spreadsheet spreadsheet;
  private final Tab tab;

  Protections(Spreadsheet spreadsheet, Tab tab) {
    this.spreadsheet = spreadsheet;
    this.tab = tab;
  }

  /** Refuses an area that the editor may not change, with Google's words. */
  void requireEditable(Area area, String editor) {
    boolean refused =
        spreadsheet
            .objects()
            .of(Kind.PROTECTION, tab.id())
            .map(SheetObject::json)
            .filter(protection -> holdsAgainst(protection, editor))
            .anyMatch(protection -> covers(protection, area));
    if (refused) {
      throw refusal();
    }
  }

  /** Refuses where the tab as a whole is protected. */
  void requireNotWhole(String editor) {
    boolean refused =
        spreadsheet
            .objects()
            .of(Kind.PROTECTION, tab.id())
            .map(SheetObject::json)
            .anyMatch(protection -> isWhole(protection) && holdsAgainst(protection, editor));
    if (refused) {
      throw refusal();
    }
  }

  private static boolean isWhole(JsonNode protection) {
    JsonNode range = protection.path("range");
    return !range.has("startRowIndex")
        && !range.has("endRowIndex")
        && !range.has("startColumnIndex")
        && !range.has("endColumnIndex");
  }

  private static Refusal refusal() {
    return Refusal.invalid(
        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.");
  }

  /** Google's ProtectedRange as a user sees it: its editors only where the user is one. */
  public static ObjectNode shown(ObjectNode protection, @Nullable String user) {
    ObjectNode shown = protection.deepCopy();
    if (user == null || !holdsAgainst(protection, user)) {
      shown.put("requestingUserCanEdit", true);
    } else {
      shown.remove("editors");
    }
    return shown;
  }

  /** A protection that only warns, or that lists no editors, keeps no writer out. */
  private static boolean holdsAgainst(JsonNode protection, String editor) {
    if (protection.path("warningOnly").asBoolean() || !protection.has("editors")) {
      return false;
    }
    for (JsonNode user : protection.path("editors").path("users")) {
      if (user.asText().equalsIgnoreCase(editor)) {
        return false;
      }
    }
    return true;
  }

  private boolean covers(JsonNode protection, Area area) {
    for (JsonNode free : protection.path("unprotectedRanges")) {
      if (SheetObjects.area(free, tab).contains(area)) {
        return false;
      }
    }
    return SheetObjects.area(protection.path("range"), tab).overlaps(area);
  }
}
