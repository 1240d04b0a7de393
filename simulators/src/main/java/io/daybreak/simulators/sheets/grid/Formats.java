package io.daybreak.simulators.sheets.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every distinct cell format once, as Google's {@code CellFormat}; number 0 is no format. */
public final class Formats {

  private final List<JsonNode> formats = new ArrayList<>();
  private final Map<JsonNode, Short> numbers = new HashMap<>();

  public Formats() {
    numberOf(JsonNodeFactory.instance.objectNode());
  }

  public synchronized short numberOf(JsonNode format) {
    Short known = numbers.get(format);
    if (known != null) {
      return known;
    }
    if (formats.size() > Short.MAX_VALUE) {
      throw new IllegalStateException("more formats than a short can count");
    }
    short number = (short) formats.size();
    formats.add(format.deepCopy());
    numbers.put(formats.get(number), number);
    return number;
  }

  /** The format with that number; not to be changed. */
  public synchronized JsonNode format(short number) {
    return formats.get(number);
  }
}
