package io.daybreak.kit.alert;

import io.daybreak.kit.access.OwnService;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ExclusiveWork;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates the rules, in one process of the cluster at a time, and tells all that is to be told in
 * one message. That something will be told is saved before it is: a crash in between loses a
 * message, which the list of alerts still shows, and never doubles one.
 */
@ApplicationScoped
class AlertWatch {

  private static final String NAME = "alerts";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<AlertRule> rules;
  private final ExclusiveWork alone;
  private final AlertTable table;
  private final SlackGateway slack;
  private final AlertMetrics metrics;
  private final OwnService service;
  private final AlertSettings settings;
  private final BlockingSql sql;
  private final Clock clock;

  AlertWatch(
      @All List<AlertRule> rules,
      ExclusiveWork alone,
      AlertTable table,
      SlackGateway slack,
      AlertMetrics metrics,
      OwnService service,
      AlertSettings settings,
      BlockingSql sql,
      Clock clock) {
    this.rules = rules;
    this.alone = alone;
    this.table = table;
    this.slack = slack;
    this.metrics = metrics;
    this.service = service;
    this.settings = settings;
    this.sql = sql;
    this.clock = clock;
  }

  /** On a worker thread: rules block. */
  @Scheduled(
      every = "${daybreak.alerts.every:30s}",
      identity = "alerts",
      concurrentExecution = ConcurrentExecution.SKIP)
  void evaluate() {
    alone.run(NAME, settings.lease(), this::evaluate);
  }

  private void evaluate(Claim<String> claim) {
    Map<String, Alert> known = table.known();
    List<Change> toTell = new ArrayList<>();
    for (AlertRule rule : rules) {
      if (claim.held()) {
        change(rule, known.getOrDefault(rule.name(), Alert.quiet(rule.name())))
            .filter(change -> change.announcement() != Change.Announcement.NOTHING)
            .ifPresent(toTell::add);
      }
    }
    if (!toTell.isEmpty()) {
      tell(toTell);
    }
  }

  /** What a rule's finding changed; nothing if it could not look or somebody else was faster. */
  private Optional<Change> change(AlertRule rule, Alert alert) {
    Instant now = clock.instant();
    Finding found;
    try {
      found = rule.evaluate(now);
    } catch (RuntimeException e) { // the edge of the rule: the others are evaluated all the same
      Log.warnf("The rule %s could not be evaluated: %s", rule.name(), e.getMessage());
      return Optional.empty();
    }
    metrics.found(rule.name(), found);
    Change change = alert.on(found, now, settings.quietPeriodOf(rule.name()));
    return change.next().equals(alert) || table.save(change.next())
        ? Optional.of(change)
        : Optional.empty();
  }

  private void tell(List<Change> changes) {
    String text = AlertText.of(service.name(), changes);
    Log.warnf("Alerts: %s", text);
    Notification notification = post(text);
    metrics.told(notification);
    table.told(changes.stream().map(change -> change.next().rule()).toList(), notification);
  }

  private Notification post(String text) {
    try {
      return sql.await(slack.post(text), PATIENCE);
    } catch (RuntimeException e) { // a timeout, or a full bulkhead
      return new Notification.Unclear(e.getClass().getSimpleName());
    }
  }
}
