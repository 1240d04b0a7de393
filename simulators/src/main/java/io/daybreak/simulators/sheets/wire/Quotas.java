package io.daybreak.simulators.sheets.wire;

import io.daybreak.simulators.kernel.SlidingWindow;
import java.time.Duration;
import java.util.Optional;

/**
 * Google's quotas: requests a minute for each user and for the project, reads and writes apart. A
 * minute here is any 60 seconds, which is stricter than a clock's minutes.
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/limits">Google's limits</a>
 */
final class Quotas {

  private static final String PROJECT = "project";

  /** A quota that a call would exceed. */
  record Exceeded(String kind, boolean perUser, int limit) {

    String limitInWords() {
      return kind + " requests per minute" + (perUser ? " per user" : "");
    }

    String limitName() {
      return kind + "RequestsPerMinutePer" + (perUser ? "User" : "Project");
    }

    String unit() {
      return perUser ? "1/min/{project}/{user}" : "1/min/{project}";
    }
  }

  private record Pair(String kind, SlidingWindow perUser, SlidingWindow perProject) {

    /** Both limits are looked at before either counts the call. */
    Optional<Exceeded> admit(String user, long nanos) {
      if (!perUser.hasRoom(user, nanos)) {
        return Optional.of(new Exceeded(kind, true, perUser.limit()));
      }
      if (!perProject.hasRoom(PROJECT, nanos)) {
        return Optional.of(new Exceeded(kind, false, perProject.limit()));
      }
      perUser.admit(user, nanos);
      perProject.admit(PROJECT, nanos);
      return Optional.empty();
    }
  }

  private final Pair reads;
  private final Pair writes;

  Quotas(int perUserAndMinute, int perProjectAndMinute) {
    reads = pair("Read", perUserAndMinute, perProjectAndMinute);
    writes = pair("Write", perUserAndMinute, perProjectAndMinute);
  }

  /** Counts a call, or says which quota it would exceed. */
  Optional<Exceeded> admit(boolean write, String user, long nanos) {
    return (write ? writes : reads).admit(user, nanos);
  }

  private static Pair pair(String kind, int perUser, int perProject) {
    Duration minute = Duration.ofMinutes(1);
    return new Pair(
        kind, new SlidingWindow(perUser, minute), new SlidingWindow(perProject, minute));
  }
}
