package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.json.GenericJson;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Bodies in and out: gzip, JSON, the schema, and the fields that the caller wants to see. */
final class Bodies {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  /** The call's JSON body, checked against Google's schema; an absent body is an empty object. */
  static JsonNode read(Call call, Class<? extends GenericJson> type) {
    JsonNode body;
    try {
      byte[] bytes = call.body().getBytes();
      if ("gzip".equals(call.header("Content-Encoding"))) {
        bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      }
      body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw Refusal.invalid("Invalid JSON payload received. " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Refusal.invalid("The body is not what its Content-Encoding says."); // [?]
    }
    new Schema(type).check(body);
    return body;
  }

  /** An answer, reduced to the {@code fields} of the query. */
  static Answer.Whole answer(Call call, JsonNode body) {
    @Nullable String fields = call.parameter("fields");
    JsonNode shown = fields == null ? body : FieldMask.parse(fields).filter(body);
    return Answer.json(200, shown.toString());
  }
}
