package io.daybreak.imports.status;

import io.daybreak.imports.status.RunStatuses.OwnedStatus;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Changes of state and progress as they happen, whichever replica caused them. One query a second
 * serves all listeners of this instance, and none is made while nobody listens.
 */
@ApplicationScoped
class StatusFeed {

  private static final Logger LOG = Logger.getLogger(StatusFeed.class);

  private final RunStatuses statuses;
  private final StatusConfig config;
  private final Multi<OwnedStatus> changes;

  StatusFeed(RunStatuses statuses, StatusConfig config) {
    this.statuses = statuses;
    this.config = config;
    this.changes =
        Multi.createFrom()
            .deferred(this::poll)
            .broadcast()
            .withCancellationAfterLastSubscriberDeparture()
            .toAllSubscribers();
  }

  /** First what is moving now, then every change. */
  Multi<RunStatus> statuses(Scope scope) {
    Multi<OwnedStatus> now =
        statuses.moving(scope, config.showEnded()).toMulti().onItem().<OwnedStatus>disjoint();
    Multi<OwnedStatus> later = changes.filter(change -> scope.contains(change.organisationId()));
    return Multi.createBy().merging().streams(now, later).map(OwnedStatus::status);
  }

  private Multi<OwnedStatus> poll() {
    Map<UUID, RunStatus> shown = new HashMap<>();
    return Multi.createFrom()
        .ticks()
        .every(config.pollEvery())
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> look())
        .onItem()
        .transformToIterable(seen -> changed(shown, seen))
        .onOverflow()
        .buffer(config.bufferedChanges());
  }

  /** The database may be away for a moment; listeners stay and get the next look. */
  private Uni<List<OwnedStatus>> look() {
    return statuses
        .moving(new Scope.Everybody(), config.showEnded())
        .onFailure()
        .invoke(failure -> LOG.warnf("No look at the runs: %s", failure))
        .onFailure()
        .recoverWithItem(List.of());
  }

  /** Estimates move with the clock; only a change of facts is a change. */
  private static List<OwnedStatus> changed(Map<UUID, RunStatus> shown, List<OwnedStatus> seen) {
    List<OwnedStatus> news =
        seen.stream().filter(now -> differs(shown.get(now.status().id()), now.status())).toList();
    if (!seen.isEmpty()) {
      shown.clear();
      seen.forEach(now -> shown.put(now.status().id(), now.status()));
    }
    return news;
  }

  private static boolean differs(@Nullable RunStatus before, RunStatus now) {
    return before == null
        || !before.runId().equals(now.runId())
        || before.code() != now.code()
        || before.daysDone() != now.daysDone()
        || before.rowsFetched() != now.rowsFetched()
        || before.rowsWritten() != now.rowsWritten()
        || !Objects.equals(before.position(), now.position());
  }
}
