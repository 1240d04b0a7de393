package io.daybreak.sheets.google;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.ClassInfo;
import com.google.api.client.util.FieldInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** Google's way to name parts of an answer: {@code sheets.properties(sheetId,title)}. */
final class FieldMask {

  private final String mask;
  private int at;

  private FieldMask(String mask) {
    this.mask = mask;
  }

  static FieldMask of(String mask) {
    return new FieldMask(mask);
  }

  /** The class itself and those of the fields that the mask names, by name. */
  Set<String> modelsOf(Class<? extends GenericJson> type) {
    Set<String> models = new LinkedHashSet<>(Set.of(type.getName()));
    fields(type, models);
    return models;
  }

  private void fields(Class<?> type, Set<String> models) {
    do {
      field(type, models);
    } while (takes(','));
  }

  private void field(Class<?> type, Set<String> models) {
    Class<?> inner = typeOf(type, name());
    if (GenericJson.class.isAssignableFrom(inner)) {
      models.add(inner.getName());
    }
    if (takes('.')) {
      field(inner, models);
    } else if (takes('(')) {
      fields(inner, models);
      if (!takes(')')) {
        throw new IllegalArgumentException("A bracket is not closed in " + mask);
      }
    }
  }

  private static Class<?> typeOf(Class<?> type, String name) {
    FieldInfo field = ClassInfo.of(type).getFieldInfo(name);
    if (field == null) {
      throw new IllegalArgumentException(type.getName() + " has no field " + name);
    }
    return element(field.getGenericType());
  }

  private static Class<?> element(Type type) {
    Type element = type;
    while (element instanceof ParameterizedType list) {
      element = list.getActualTypeArguments()[0];
    }
    return (Class<?>) element;
  }

  private String name() {
    int begin = at;
    while (at < mask.length() && Character.isLetter(mask.charAt(at))) {
      at++;
    }
    return mask.substring(begin, at);
  }

  private boolean takes(char sign) {
    boolean found = at < mask.length() && mask.charAt(at) == sign;
    if (found) {
      at++;
    }
    return found;
  }
}
