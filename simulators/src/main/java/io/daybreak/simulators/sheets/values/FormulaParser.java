package io.daybreak.simulators.sheets.values;

import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.workbook.Reference;
import io.daybreak.simulators.sheets.workbook.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a formula into a tree: numbers, texts, references, names, calls and operators. */
final class FormulaParser {

  /** A formula, or a part of one. */
  sealed interface Node {}

  /** A constant, {@code #REF!} included. */
  record Constant(CellValue value) implements Node {}

  record Cells(Reference reference) implements Node {}

  /** A named range. */
  record Name(String name) implements Node {}

  /** A call of a function, or an operator as one: {@code +}, {@code neg}, {@code %}. */
  record Call(String function, List<Node> arguments) implements Node {}

  /** Something that the simulator does not calculate. */
  static final class Unsupported extends RuntimeException {
    Unsupported(String what) {
      super(what, null, false, false);
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<error>#[A-Z0-9/]+[!?]?)|(?<text>\"(?:[^\"]|\"\")*\")"
              + "|(?<ref>(?:(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?"
              + "(?:\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}(?::(?:\\$?[A-Za-z]{1,3})?(?:\\$?[0-9]{1,7})?)?"
              + "|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}(?:\\$?[0-9]{1,7})?|\\$?[0-9]{1,7}:\\$?[0-9]{1,7})"
              + "(?![\\p{L}\\p{N}_(!]))"
              + "|(?<number>[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)|(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*)"
              + "|(?<op><>|<=|>=|[-+*/^&=<>(),;%]))");

  private record Token(String kind, String text) {}

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private FormulaParser(String formula) {
    Matcher matcher = TOKEN.matcher(formula.strip());
    int at = 1;
    String text = formula.strip();
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new Unsupported(text.substring(at));
      }
      for (String kind : List.of("error", "text", "ref", "number", "name", "op")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind)));
        }
      }
      at = matcher.end();
    }
  }

  /**
   * @param formula with its equals sign
   * @throws Unsupported for what the simulator cannot read
   */
  static Node parse(String formula) {
    FormulaParser parser = new FormulaParser(formula);
    Node whole = parser.binary(0);
    if (parser.next < parser.tokens.size()) {
      throw new Unsupported(formula);
    }
    return whole;
  }

  private static final List<List<String>> LEVELS =
      List.of(
          List.of("=", "<>", "<", ">", "<=", ">="),
          List.of("&"),
          List.of("+", "-"),
          List.of("*", "/"),
          List.of("^"));

  private Node binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Node left = binary(level + 1);
    while (next < tokens.size()
        && tokens.get(next).kind().equals("op")
        && LEVELS.get(level).contains(tokens.get(next).text())) {
      String operator = tokens.get(next++).text();
      left = new Call(operator, List.of(left, binary(level + 1)));
    }
    return left;
  }

  private Node unary() {
    if (takes("-")) {
      return new Call("neg", List.of(unary()));
    }
    if (takes("+")) {
      return unary();
    }
    Node operand = operand();
    return takes("%") ? new Call("%", List.of(operand)) : operand;
  }

  private Node operand() {
    if (next >= tokens.size()) {
      throw new Unsupported("nothing follows");
    }
    Token token = tokens.get(next++);
    return switch (token.kind()) {
      case "number" -> new Constant(new CellValue.Number(Double.parseDouble(token.text())));
      case "text" ->
          new Constant(
              new CellValue.Text(
                  token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"")));
      case "error" -> new Constant(new CellValue.Error(token.text()));
      case "ref" -> cells(token.text());
      case "name" -> named(token.text());
      default -> {
        if (!token.text().equals("(")) {
          throw new Unsupported(token.text());
        }
        Node inside = binary(0);
        require(")");
        yield inside;
      }
    };
  }

  private static Node cells(String text) {
    Reference reference = References.parse(text);
    if (reference == null) {
      throw new Unsupported(text);
    }
    return new Cells(reference);
  }

  private Node named(String name) {
    if (!takes("(")) {
      return switch (name.toUpperCase(Locale.ROOT)) {
        case "TRUE" -> new Constant(new CellValue.Bool(true));
        case "FALSE" -> new Constant(new CellValue.Bool(false));
        default -> new Name(name);
      };
    }
    List<Node> arguments = new ArrayList<>();
    while (!takes(")")) {
      arguments.add(binary(0));
      if (!takes(",") && !takes(";")) {
        require(")");
        break;
      }
    }
    return new Call(name.toUpperCase(Locale.ROOT), arguments);
  }

  private boolean takes(String operator) {
    boolean there =
        next < tokens.size()
            && tokens.get(next).kind().equals("op")
            && tokens.get(next).text().equals(operator);
    next += there ? 1 : 0;
    return there;
  }

  private void require(String operator) {
    if (!takes(operator)) {
      throw new Unsupported("no " + operator);
    }
  }
}
