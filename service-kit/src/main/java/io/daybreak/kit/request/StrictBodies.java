package io.daybreak.kit.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/**
 * Reads the JSON that clients of the API send exactly: no field that the API does not know, no
 * number that is missing, cut or written as text, no field twice, no control characters. What other
 * services answer is read as leniently as before: they may add to it any day.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class StrictBodies implements ContextResolver<ObjectMapper> {

  private final ObjectMapper strict;

  public StrictBodies(ObjectMapper mapper) {
    strict = mapper.copy();
    strict
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .registerModule(new SimpleModule("text").addDeserializer(String.class, new PlainText()));
    // a number or a flag where a text is due is a mistake as well
    strict
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    strict
        .coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return strict;
  }

  /** A text without control characters but the ends of lines. */
  private static final class PlainText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = super.deserialize(json, context);
      if (text != null && RequestText.hasControl(text, true)) {
        throw JsonMappingException.from(json, "The text holds control characters");
      }
      return text;
    }
  }
}
