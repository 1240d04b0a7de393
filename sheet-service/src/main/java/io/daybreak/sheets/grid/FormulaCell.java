package io.daybreak.sheets.grid;

/**
 * A cell that holds a formula.
 *
 * @param tab sheet id of its tab
 * @param row from 0
 * @param column from 0
 * @param formula with its equals sign
 * @param broken whether it shows {@code #REF!}: it refers to what is not there
 */
public record FormulaCell(int tab, int row, int column, String formula, boolean broken) {}
