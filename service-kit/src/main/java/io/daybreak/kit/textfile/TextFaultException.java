package io.daybreak.kit.textfile;

/** A file cannot be read as text in lines and cells. */
public class TextFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient TextFault fault;

  TextFaultException(TextFault.Code code, long line, String detail) {
    super("Line " + line + ": " + code + " " + detail);
    this.fault = new TextFault(code, line, detail);
  }

  public TextFault fault() {
    return fault;
  }
}
