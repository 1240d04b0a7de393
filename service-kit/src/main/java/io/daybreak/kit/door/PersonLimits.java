package io.daybreak.kit.door;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests and streams of one person are under way in this process. */
@ApplicationScoped
public class PersonLimits {

  private static final ProblemType TOO_MANY =
      new ProblemType("too-many-requests-at-once", 429, "Too many requests at once");

  private static final String STREAM = "text/event-stream";

  private final DoorSettings settings;
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final Map<String, Integer> streams = new ConcurrentHashMap<>();

  PersonLimits(DoorSettings settings) {
    this.settings = settings;
  }

  /** Counts a request until it has been answered; a problem (429) where there are too many. */
  public void enter(String person, RoutingContext call) {
    String accepted = call.request().getHeader("Accept");
    boolean stream = accepted != null && accepted.contains(STREAM);
    Map<String, Integer> counted = stream ? streams : requests;
    int most = stream ? settings.streamsPerPerson() : settings.requestsPerPerson();
    if (counted.merge(person, 1, Integer::sum) > most) {
      leave(counted, person);
      throw Problems.with(TOO_MANY, "Wait for the answers of some before you ask for more.")
          .with("limit", most)
          .withHeader("Retry-After", "1")
          .build();
    }
    call.addEndHandler(ended -> leave(counted, person));
  }

  private static void leave(Map<String, Integer> counted, String person) {
    counted.computeIfPresent(person, (key, count) -> count == 1 ? null : count - 1);
  }
}
