package io.daybreak.simulators.sheets.workbook;

import io.daybreak.simulators.sheets.grid.Area;

/**
 * A range that only its owner may edit; kept and shown, not enforced, since the only writer is the
 * owner.
 */
public record ProtectedRange(int id, Area area, String description, boolean warningOnly) {}
