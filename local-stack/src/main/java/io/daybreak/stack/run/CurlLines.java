package io.daybreak.stack.run;

import io.daybreak.stack.access.Person;
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
    String url = stack.url(ServiceName.IMPORT).toString();
    String token = stack.tokenFor(Person.MARKETER);
    return List.of(
        "curl -s -H 'Authorization: Bearer %s' %s/api/raw-data".formatted(token, url),
        "curl -s %s/q/openapi?format=json".formatted(url));
  }
}
