package io.daybreak.orders.reviewmail;

import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.orders.smtp.OutgoingMail;
import io.daybreak.orders.smtp.SendOutcome;
import io.daybreak.orders.smtp.SmtpConfig;
import io.daybreak.orders.smtp.SmtpGateway;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the mails that are due: claims, waits for the mail server's budget, sends once, writes down
 * the outcome. Whatever goes wrong after the claim, nothing here sends the mail again.
 */
@ApplicationScoped
class ReviewMailSender implements MessageHandler<ReviewMailDue> {

  private static final Logger LOG = Logger.getLogger(ReviewMailSender.class);

  /** Above everything that bounds a database call or the gateway itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final BlockingSql sql;
  private final Budgets budgets;
  private final Budget pace;
  private final MailClaims claims;
  private final MailComposer composer;
  private final SmtpGateway smtp;
  private final MailEndings endings;
  private final MailRefusals refusals;
  private final MeterRegistry metrics;

  ReviewMailSender(
      BlockingSql sql,
      Budgets budgets,
      SmtpConfig config,
      MailClaims claims,
      MailComposer composer,
      SmtpGateway smtp,
      MailEndings endings,
      MailRefusals refusals,
      MeterRegistry metrics) {
    this.sql = sql;
    this.budgets = budgets;
    this.pace = Budget.perSecond("mail:smtp", config.mailsPerSecond());
    this.claims = claims;
    this.composer = composer;
    this.smtp = smtp;
    this.endings = endings;
    this.refusals = refusals;
    this.metrics = metrics;
  }

  @Override
  public Queue queue() {
    return Queue.REVIEW_MAILS;
  }

  @Override
  public void handle(ReviewMailDue message) {
    claims
        .claim(message.mailId())
        .ifPresent(
            mail -> {
              try {
                send(mail);
              } finally {
                mail.release(); // where nothing was sent: the mail stays due, or is put aside
              }
            });
  }

  void send(Claim<UUID> mail) {
    budgets.awaitSlot(mail, List.of(pace));
    claims.sending(mail).ifPresent(content -> sql.await(attempt(mail, content), PATIENCE));
  }

  private Uni<Void> attempt(Claim<UUID> mail, MailToSend content) {
    OutgoingMail outgoing;
    try {
      outgoing = composer.compose(content);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Review mail %s could not be written", mail.work());
      return ended(mail, FailReason.NOT_RENDERED, null);
    }
    return smtp.send(outgoing)
        .chain(outcome -> settle(mail, outcome))
        .onFailure(BulkheadException.class)
        .recoverWithUni(() -> ended(mail, FailReason.OVERLOADED, null));
  }

  private Uni<Void> settle(Claim<UUID> mail, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted) {
      count(MailState.SENT);
      return endings.sent(mail);
    }
    if (outcome instanceof SendOutcome.Refused refused) {
      return refused(mail, refused);
    }
    if (outcome instanceof SendOutcome.NotReached notReached) {
      return refusals
          .holdQueue(mail, "not reached: " + notReached.cause())
          .chain(waits -> waitsOr(mail, waits, FailReason.NOT_REACHED, notReached.cause()));
    }
    String cause = ((SendOutcome.Unknown) outcome).cause();
    count(MailState.UNCLEAR);
    LOG.warnf("Review mail %s is unclear: %s (%s)", mail.work(), FailReason.BROKEN_OFF, cause);
    return endings.unclear(mail, FailReason.BROKEN_OFF, cause);
  }

  private Uni<Void> refused(Claim<UUID> mail, SendOutcome.Refused refused) {
    if (refused.passing()) {
      Uni<Boolean> waits =
          refused.everybody()
              ? refusals.holdQueue(mail, refused.detail())
              : refusals.wait(mail, refused.detail());
      return waits.chain(waiting -> waitsOr(mail, waiting, FailReason.REFUSED, refused.detail()));
    }
    Uni<Void> ended = ended(mail, FailReason.REFUSED, refused.detail());
    return refused.noSuchAddress() ? ended.chain(() -> refusals.suppress(mail)) : ended;
  }

  private Uni<Void> waitsOr(Claim<UUID> mail, boolean waits, FailReason reason, String detail) {
    if (!waits) {
      return ended(mail, reason, detail);
    }
    LOG.infof("Review mail %s waits for the mail server: %s", mail.work(), detail);
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> ended(Claim<UUID> mail, FailReason reason, @Nullable String detail) {
    count(MailState.FAILED);
    LOG.warnf("Review mail %s was not sent: %s (%s)", mail.work(), reason, detail);
    return endings.failed(mail, reason, detail);
  }

  private void count(MailState state) {
    metrics.counter("daybreak.review.mails", "state", state.name()).increment();
  }
}
