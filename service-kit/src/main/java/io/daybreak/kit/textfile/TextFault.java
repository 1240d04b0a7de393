package io.daybreak.kit.textfile;

/**
 * Why a file cannot be read as text in lines and cells.
 *
 * @param line where, from 1 as an editor counts; 0 if it is the whole file
 * @param detail what there is, or could be: a kind of file, names of encodings, a limit
 */
public record TextFault(Code code, long line, String detail) {

  /** What is wrong. */
  public enum Code {
    /** Another kind of file; the detail names it. */
    NOT_TEXT,
    /** The bytes are not of the encoding that the detail names. */
    ENCODING_WRONG,
    /** The bytes are of no encoding in which the letters make sense, or of several (the detail). */
    ENCODING_UNCLEAR,
    /** U+FFFD: whoever wrote the file had lost letters already. */
    LETTERS_LOST,
    NUL,
    /** The detail is the limit, characters. */
    LINE_TOO_LONG,
    /** The detail is the limit, cells. */
    TOO_MANY_CELLS,
    /** A quote is opened and not closed, or text follows the closing one. */
    QUOTES
  }
}
