package io.daybreak.acceptance.terminal;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Where a command writes: a terminal with colours, or a file without. */
public final class Screen {

  private final PrintWriter out;
  private final Ansi ansi;
  private boolean lineOpen;

  public Screen(CommandLine line) {
    this.out = line.getOut();
    this.ansi = line.getColorScheme().ansi();
  }

  /** Whether a line can be drawn over. */
  public boolean isTerminal() {
    return ansi.enabled();
  }

  public void heading(String text) {
    line("");
    line(ansi.string("@|bold " + text + "|@"));
  }

  public void line(String text) {
    endLine();
    out.println(text);
    out.flush();
  }

  /** A name and its value, in two columns. */
  public void pair(String name, String value) {
    line("  " + Width.padRight(name, 24) + " " + value);
  }

  /** Something that is done. */
  public void done(String text) {
    line("  " + green("✓") + " " + text);
  }

  /** Something that is not as it should be. */
  public void wrong(String text) {
    line("  " + red("✗") + " " + text);
  }

  /** Draws a line that the next one replaces; only on a terminal. */
  public void drawOver(String text) {
    if (isTerminal()) {
      out.print("\r\u001b[2K" + text);
      out.flush();
      lineOpen = true;
    }
  }

  public String green(String text) {
    return ansi.string("@|green " + text + "|@");
  }

  public String red(String text) {
    return ansi.string("@|bold,red " + text + "|@");
  }

  public String faint(String text) {
    return ansi.string("@|faint " + text + "|@");
  }

  public String bold(String text) {
    return ansi.string("@|bold " + text + "|@");
  }

  /** A line that was drawn over makes room for one that stays. */
  private void endLine() {
    if (lineOpen) {
      out.print("\r\u001b[2K");
      lineOpen = false;
    }
  }
}
