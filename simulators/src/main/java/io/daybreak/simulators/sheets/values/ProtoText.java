package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Protocol buffers' text form of a JSON value, which Google's refusals quote. */
final class ProtoText {

  private ProtoText() {}

  static String ofValue(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(node, "", text);
    return text.toString();
  }

  private static void write(JsonNode node, String indent, StringBuilder text) {
    if (node.isArray()) {
      text.append(indent).append("list_value {\n");
      for (JsonNode element : node) {
        text.append(indent).append("  values {\n");
        write(element, indent + "    ", text);
        text.append(indent).append("  }\n");
      }
      text.append(indent).append("}\n");
    } else if (node.isObject()) {
      text.append(indent).append("struct_value {\n");
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(indent).append("  fields {\n");
        text.append(indent).append("    key: \"").append(field.getKey()).append("\"\n");
        text.append(indent).append("    value {\n");
        write(field.getValue(), indent + "      ", text);
        text.append(indent).append("    }\n").append(indent).append("  }\n");
      }
      text.append(indent).append("}\n");
    } else {
      text.append(indent).append(scalar(node)).append('\n');
    }
  }

  private static String scalar(JsonNode node) {
    if (node.isNull()) {
      return "null_value: NULL_VALUE";
    }
    if (node.isNumber()) {
      return "number_value: " + node.asText();
    }
    return node.isBoolean() ? "bool_value: " + node.asText() : "string_value: " + node;
  }
}
