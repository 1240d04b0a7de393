package io.daybreak.kit.request;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** The parameters of an address that decides about what cannot be undone. */
public final class GivenParameters {

  private GivenParameters() {}

  /**
   * Refuses (400) a parameter that does not exist, since a misspelt one would be left out of
   * account, one that is given twice, since it would say two things, and one without a value.
   */
  public static void only(UriInfo address, String... allowed) {
    List<String> known = List.of(allowed);
    for (Map.Entry<String, List<String>> given : address.getQueryParameters().entrySet()) {
      if (!known.contains(given.getKey())) {
        throw RequestProblems.unknownParameter(known);
      }
      if (given.getValue().size() > 1) {
        throw RequestProblems.repeatedParameter(given.getKey());
      }
      if (given.getValue().get(0).isBlank()) {
        throw RequestProblems.parameter(given.getKey(), List.of("a value, or no such parameter"));
      }
    }
  }
}
