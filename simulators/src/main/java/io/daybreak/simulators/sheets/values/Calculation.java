package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.workbook.Reference;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Shift;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Calculates what formulas of reports mostly are: sums, counts and look-ups of ranges, arithmetic.
 * Other functions are not known; a cell with one keeps reading as its formula.
 */
public final class Calculation {

  private static final int DEPTH = 60;
  private static final CellValue REF = new CellValue.Error("#REF!");

  private final Spreadsheet spreadsheet;
  private final CellCode codes;
  private int depth;

  public Calculation(Spreadsheet spreadsheet, CellCode codes) {
    this.spreadsheet = spreadsheet;
    this.codes = codes;
  }

  /** The value of a cell's content: what a formula results in, everything else as it is. */
  public CellValue value(CellValue content, Tab tab) {
    if (!(content instanceof CellValue.Formula formula)) {
      return content;
    }
    if (formula.unresolved() || depth >= DEPTH) {
      return REF;
    }
    depth++;
    try {
      return single(FormulaParser.parse(formula.formula()), tab);
    } catch (FormulaParser.Unsupported unknown) {
      return content;
    } catch (Failed failed) {
      return failed.error;
    } finally {
      depth--;
    }
  }

  /** An error that the whole formula results in. */
  private static final class Failed extends RuntimeException {
    private final transient CellValue error;

    Failed(CellValue error) {
      super(null, null, false, false);
      this.error = error;
    }
  }

  private record Range(Tab tab, Area area) {}

  private CellValue single(FormulaParser.Node node, Tab tab) {
    if (node instanceof FormulaParser.Constant constant) {
      return checked(constant.value());
    }
    if (node instanceof FormulaParser.Call call) {
      return call(call, tab);
    }
    Range range = range(node, tab);
    return cell(range, 0, 0);
  }

  private CellValue call(FormulaParser.Call call, Tab tab) {
    List<FormulaParser.Node> arguments = call.arguments();
    return switch (call.function()) {
      case "SUM" -> number(numbers(arguments, tab).sum());
      case "MIN" -> number(numbers(arguments, tab).min().orElse(0));
      case "MAX" -> number(numbers(arguments, tab).max().orElse(0));
      case "COUNT" -> number(numbers(arguments, tab).count());
      case "COUNTA" ->
          number(values(arguments, tab).stream().filter(v -> v != CellValue.BLANK).count());
      case "AVERAGE" ->
          numbers(arguments, tab).average().stream()
              .mapToObj(Calculation::number)
              .findFirst()
              .orElseThrow(() -> new Failed(new CellValue.Error("#DIV/0!")));
      case "ROWS" -> number(range(arguments.get(0), tab).area().rows());
      case "COLUMNS" -> number(range(arguments.get(0), tab).area().columns());
      case "INDEX" -> index(arguments, tab);
      case "SUMIF" -> sumIf(arguments, tab);
      case "IF" -> condition(arguments, tab);
      case "IFERROR" -> ifError(arguments, tab);
      case "ROUND" -> {
        double scale = Math.pow(10, arguments.size() > 1 ? amount(arguments.get(1), tab) : 0);
        yield number(Math.round(amount(arguments.get(0), tab) * scale) / scale);
      }
      case "neg" -> number(-amount(arguments.get(0), tab));
      case "%" -> number(amount(arguments.get(0), tab) / 100);
      case "+" -> arithmetic(arguments, tab, Double::sum);
      case "-" -> arithmetic(arguments, tab, (a, b) -> a - b);
      case "*" -> arithmetic(arguments, tab, (a, b) -> a * b);
      case "^" -> arithmetic(arguments, tab, Math::pow);
      case "/" -> divided(arguments, tab);
      case "&" ->
          new CellValue.Text(
              text(single(arguments.get(0), tab)) + text(single(arguments.get(1), tab)));
      case "=", "<>", "<", ">", "<=", ">=" ->
          compared(call.function(), single(arguments.get(0), tab), single(arguments.get(1), tab));
      default -> throw new FormulaParser.Unsupported(call.function());
    };
  }

  private CellValue divided(List<FormulaParser.Node> arguments, Tab tab) {
    double divisor = amount(arguments.get(1), tab);
    if (divisor == 0) {
      throw new Failed(new CellValue.Error("#DIV/0!"));
    }
    return number(amount(arguments.get(0), tab) / divisor);
  }

  private CellValue arithmetic(
      List<FormulaParser.Node> arguments, Tab tab, DoubleBinaryOperator operator) {
    return number(
        operator.applyAsDouble(amount(arguments.get(0), tab), amount(arguments.get(1), tab)));
  }

  private CellValue condition(List<FormulaParser.Node> arguments, Tab tab) {
    CellValue test = single(arguments.get(0), tab);
    boolean holds = test instanceof CellValue.Bool bool ? bool.bool() : amount(test) != 0;
    int chosen = holds ? 1 : 2;
    return chosen < arguments.size()
        ? single(arguments.get(chosen), tab)
        : new CellValue.Bool(false);
  }

  private CellValue ifError(List<FormulaParser.Node> arguments, Tab tab) {
    try {
      return single(arguments.get(0), tab);
    } catch (Failed failed) {
      return arguments.size() > 1 ? single(arguments.get(1), tab) : CellValue.BLANK;
    }
  }

  private CellValue index(List<FormulaParser.Node> arguments, Tab tab) {
    Range range = range(arguments.get(0), tab);
    int row = (int) amount(arguments.get(1), tab);
    int column = arguments.size() > 2 ? (int) amount(arguments.get(2), tab) : 1;
    if (row < 1 || column < 1 || row > range.area().rows() || column > range.area().columns()) {
      throw new Failed(REF);
    }
    return cell(range, row - 1, column - 1);
  }

  private CellValue sumIf(List<FormulaParser.Node> arguments, Tab tab) {
    Range tested = range(arguments.get(0), tab);
    CellValue wanted = single(arguments.get(1), tab);
    Range summed = arguments.size() > 2 ? range(arguments.get(2), tab) : tested;
    double sum = 0;
    int rows = Math.min(tested.area().rows(), tested.tab().grid().filledRows());
    for (int row = 0; row < rows; row++) {
      boolean equal = text(cell(tested, row, 0)).equalsIgnoreCase(text(wanted));
      if (equal && cell(summed, row, 0) instanceof CellValue.Number number) {
        sum += number.number();
      }
    }
    return number(sum);
  }

  private static CellValue compared(String operator, CellValue left, CellValue right) {
    int order =
        left instanceof CellValue.Number a && right instanceof CellValue.Number b
            ? Double.compare(a.number(), b.number())
            : text(left).compareToIgnoreCase(text(right));
    IntPredicate holds =
        switch (operator) {
          case "=" -> o -> o == 0;
          case "<>" -> o -> o != 0;
          case "<" -> o -> o < 0;
          case ">" -> o -> o > 0;
          case "<=" -> o -> o <= 0;
          default -> o -> o >= 0;
        };
    return new CellValue.Bool(holds.test(order));
  }

  private DoubleStream numbers(List<FormulaParser.Node> arguments, Tab tab) {
    return values(arguments, tab).stream()
        .filter(CellValue.Number.class::isInstance)
        .mapToDouble(value -> ((CellValue.Number) value).number());
  }

  private List<CellValue> values(List<FormulaParser.Node> arguments, Tab tab) {
    List<CellValue> values = new ArrayList<>();
    for (FormulaParser.Node argument : arguments) {
      if (argument instanceof FormulaParser.Cells || argument instanceof FormulaParser.Name) {
        addCells(range(argument, tab), values);
      } else {
        values.add(single(argument, tab));
      }
    }
    return values;
  }

  private void addCells(Range range, List<CellValue> values) {
    Area area = range.area();
    int last = Math.min(area.bottom(), range.tab().grid().filledRows());
    for (int index = area.top(); index < last; index++) {
      Row row = range.tab().grid().row(index);
      for (int column = area.left(); column < Math.min(area.right(), row.width()); column++) {
        values.add(checked(value(codes.decode(row.cell(column)), range.tab())));
      }
    }
  }

  private CellValue cell(Range range, int row, int column) {
    Area area = range.area();
    long code = range.tab().grid().row(area.top() + row).cell(area.left() + column);
    return checked(value(codes.decode(code), range.tab()));
  }

  private Range range(FormulaParser.Node node, Tab tab) {
    if (node instanceof FormulaParser.Cells cells) {
      return range(cells.reference(), tab);
    }
    if (node instanceof FormulaParser.Name name) {
      return named(name.name());
    }
    throw new FormulaParser.Unsupported("an array");
  }

  private Range range(Reference reference, Tab own) {
    String title = reference.title();
    Tab tab = title == null ? own : spreadsheet.find(title).orElseThrow(() -> new Failed(REF));
    int bottom = reference.end(true);
    int right = reference.end(false);
    return new Range(
        tab,
        new Area(
            reference.start(true),
            reference.start(false),
            bottom == Shift.OPEN ? tab.grid().rowCount() : bottom,
            right == Shift.OPEN ? tab.grid().columnCount() : right));
  }

  private Range named(String name) {
    JsonNode range =
        spreadsheet
            .objects()
            .of(Kind.NAMED_RANGE)
            .filter(object -> object.json().path("name").asText().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> new Failed(new CellValue.Error("#NAME?")))
            .range();
    if (range.isMissingNode()) {
      throw new Failed(REF);
    }
    Tab tab = spreadsheet.tab(range.path("sheetId").asInt());
    return new Range(tab, SheetObjects.area(range, tab));
  }

  private double amount(FormulaParser.Node node, Tab tab) {
    return amount(single(node, tab));
  }

  private static double amount(CellValue value) {
    if (value instanceof CellValue.Number number) {
      return number.number();
    } else if (value instanceof CellValue.Bool bool) {
      return bool.bool() ? 1 : 0;
    } else if (value instanceof CellValue.Blank) {
      return 0;
    }
    throw new Failed(new CellValue.Error("#VALUE!"));
  }

  private static String text(CellValue value) {
    return Rendering.shown(value, com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  private static CellValue number(double number) {
    return new CellValue.Number(number);
  }

  /** Errors pass through everything; what could not be calculated makes the whole unknown. */
  private static CellValue checked(@Nullable CellValue value) {
    if (value instanceof CellValue.Error) {
      throw new Failed(value);
    }
    if (value instanceof CellValue.Formula formula) {
      throw new FormulaParser.Unsupported(formula.formula());
    }
    return value == null ? CellValue.BLANK : value;
  }
}
