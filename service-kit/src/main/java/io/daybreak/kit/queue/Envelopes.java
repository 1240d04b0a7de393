package io.daybreak.kit.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.daybreak.contracts.Message;
import io.daybreak.contracts.MessageTypes;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts messages into envelopes and takes them out. */
@ApplicationScoped
public class Envelopes {

  private final ObjectMapper json;
  private final ObjectReader lenient;
  private final TraceContext traces;

  Envelopes(ObjectMapper json, TraceContext traces) {
    this.json = json;
    // A service that is a version behind must still read what a newer one writes.
    this.lenient =
        json.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withHandler(new NewerConstants());
    this.traces = traces;
  }

  /** Writes a message, as part of the current trace. */
  public Envelope seal(Message message) {
    try {
      return new Envelope(
          message.queue(),
          message.group(),
          message.deduplicationId(),
          MessageTypes.nameOf(message),
          json.writeValueAsString(message),
          traces.current());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          MessageTypes.nameOf(message) + " cannot be written as JSON", e);
    }
  }

  /** Reads a message. */
  public Message open(String type, String body) throws UnreadableMessageException {
    Class<? extends Message> known =
        MessageTypes.byName(type)
            .orElseThrow(() -> new UnreadableMessageException("its type is unknown", null));
    try {
      Message message = lenient.forType(known).readValue(body);
      if (message == null) {
        throw new UnreadableMessageException("its body is null", null);
      }
      return message;
    } catch (JsonProcessingException e) {
      e.clearLocation(); // what it would show of the body does not belong in a log
      throw new UnreadableMessageException("its body is not the JSON of a " + type, e);
    }
  }
}
