package io.daybreak.imports.telling;

import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.Worker;
import io.daybreak.uploads.slack.PacedSlack;
import io.daybreak.uploads.slack.SlackException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Looks what there is to tell, and sends the messages, one after the other. */
@ApplicationScoped
class RunTeller {

  private static final Duration POLL = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final RunNotices notices;
  private final PacedSlack slack;
  private final TellingConfig config;
  private final Worker worker = new Worker("run-notices", 1, POLL, this::claimNext);

  RunTeller(RunNotices notices, PacedSlack slack, TellingConfig config) {
    this.notices = notices;
    this.slack = slack;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  /** A message under way is finished; those that wait are another instance's. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop(GRACE);
  }

  @Scheduled(
      every = "${daybreak.telling.every:30s}",
      identity = "run-notices",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (notices.write() > 0) {
      worker.nudge();
    }
  }

  private Optional<Runnable> claimNext() {
    return notices.claimOldest().map(claim -> () -> deliver(claim));
  }

  private void deliver(Claim<RunNotice> claim) {
    try (claim) {
      send(claim);
    }
  }

  /** Sends a claimed message; one whose outcome nobody knows is not sent again. */
  void send(Claim<RunNotice> claim) {
    Turn turn = new Turn(claim);
    try {
      String text = RunNoticeText.of(claim.work(), config.consoleUrl());
      slack.post(claim.work().channelId(), null, text, turn);
      notices.ended(claim, "SENT", null);
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.UNAVAILABLE) {
        notices.ended(claim, "REFUSED", "Slack: " + e.getMessage());
      } else if (turn.begun.get()) {
        notices.ended(claim, "UNCLEAR", "Slack: " + e.getMessage());
      } else {
        throw e; // nothing was sent: it waits
      }
    } catch (TimeoutException e) {
      if (!turn.begun.get()) {
        throw e;
      }
      notices.ended(claim, "UNCLEAR", "Slack did not answer in time");
    }
  }

  private final class Turn implements PacedSlack.Turn {

    private final Claim<RunNotice> claim;
    private final AtomicBoolean begun = new AtomicBoolean();

    Turn(Claim<RunNotice> claim) {
      this.claim = claim;
    }

    @Override
    public Claim<RunNotice> claim() {
      return claim;
    }

    @Override
    public void begin() {
      notices.sending(claim);
      begun.set(true);
    }

    @Override
    public void refused() {
      notices.waitingAgain(claim);
      begun.set(false);
    }
  }
}
