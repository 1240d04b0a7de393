package io.daybreak.sheets.grid;

/**
 * A named range of a spreadsheet.
 *
 * @param id Google's id of it
 * @param tab sheet id of the tab that it lies in
 */
public record NamedRange(String id, String name, int tab, Area area) {}
