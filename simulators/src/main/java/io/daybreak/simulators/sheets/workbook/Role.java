package io.daybreak.simulators.sheets.workbook;

/** What a share allows. */
public enum Role {
  READER,
  WRITER
}
