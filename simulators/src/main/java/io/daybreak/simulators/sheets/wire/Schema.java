package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.json.GenericJson;
import com.google.api.client.util.ClassInfo;
import com.google.api.client.util.FieldInfo;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;

/**
 * Which names a body may contain. Google refuses unknown ones; the classes of its own client are
 * the list of those it knows.
 */
final class Schema {

  private final Class<? extends GenericJson> root;

  Schema(Class<? extends GenericJson> root) {
    this.root = root;
  }

  /** Refuses a body with a name that Google does not know or a value of the wrong kind. */
  void check(JsonNode body) {
    check(body, root, "");
  }

  private static void check(JsonNode node, Type type, String place) {
    if (node.isNull()) {
      return;
    }
    if (type instanceof ParameterizedType list) {
      checkList(node, list, place);
    } else if (type instanceof Class<?> leaf && GenericJson.class.isAssignableFrom(leaf)) {
      checkObject(node, leaf, place);
    } else if (type == Integer.class && !node.canConvertToInt()) {
      throw wrong(place, "TYPE_INT32", node);
    } else if (type == Boolean.class && !node.isBoolean()) {
      throw wrong(place, "TYPE_BOOL", node);
    } else if (type == String.class && !node.isTextual()) {
      throw wrong(place, "TYPE_STRING", node);
    }
  }

  private static void checkObject(JsonNode node, Class<?> type, String place) {
    if (!node.isObject()) {
      throw wrong(place, "type.googleapis.com/google.apps.sheets.v4." + type.getSimpleName(), node);
    }
    ClassInfo known = ClassInfo.of(type);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      FieldInfo info = known.getFieldInfo(field.getKey());
      if (info == null) {
        throw Refusal.invalid(
            "Invalid JSON payload received. Unknown name \"%s\"%s: Cannot find field."
                .formatted(field.getKey(), place.isEmpty() ? "" : " at '" + place + "'"));
      }
      String inside = place.isEmpty() ? "" : place + ".";
      check(field.getValue(), info.getGenericType(), inside + snake(field.getKey()));
    }
  }

  private static void checkList(JsonNode node, ParameterizedType list, String place) {
    Type element = list.getActualTypeArguments()[0];
    boolean rows = element instanceof ParameterizedType;
    if (!node.isArray()) {
      throw wrong(place, "type.googleapis.com/google.protobuf.ListValue", node);
    }
    for (int index = 0; index < node.size(); index++) {
      JsonNode child = node.get(index);
      String inside = "%s[%d]".formatted(place, index);
      if (rows && !child.isArray()) {
        // ValueRange.values: rows have to be lists; what is in them is not the schema's business.
        throw wrong(
            place.equals("values") ? "data." + inside : inside,
            "type.googleapis.com/google.protobuf.ListValue",
            child);
      } else if (!rows) {
        check(child, element, inside);
      }
    }
  }

  private static Refusal wrong(String place, String type, JsonNode value) {
    return Refusal.invalid("Invalid value at '%s' (%s), %s".formatted(place, type, value));
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
