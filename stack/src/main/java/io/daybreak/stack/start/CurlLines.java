package io.daybreak.stack.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.simulators.access.Person;
import io.daybreak.stack.service.ServiceName;
import java.util.List;

/** Three lines to try on a running stack, complete with a token. */
public final class CurlLines {

  private CurlLines() {}

  /** Empty where import-service does not run. */
  public static List<String> of(Stack stack) {
    if (stack.instancesOf(ServiceName.IMPORT).isEmpty()) {
      return List.of();
    }
    Sample sample = stack.outside().simulators().sample();
    String url = stack.url(ServiceName.IMPORT) + "/api";
    String token = "-H 'Authorization: Bearer " + stack.tokenFor(Person.MARKETER) + "'";
    String json = "-H 'Content-Type: application/json'";
    return List.of(
        "curl -s %s %s -d '%s' %s/api-keys".formatted(token, json, json(sample.apiKey()), url),
        "curl -s %s %s/raw-data".formatted(token, url),
        "curl -N -s %s %s/raw-data/events".formatted(token, url));
  }

  private static String json(Object body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts are always JSON", e);
    }
  }
}
