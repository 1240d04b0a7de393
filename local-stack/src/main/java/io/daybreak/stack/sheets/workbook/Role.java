package io.daybreak.stack.sheets.workbook;

/** What a share allows. */
public enum Role {
  READER,
  WRITER
}
