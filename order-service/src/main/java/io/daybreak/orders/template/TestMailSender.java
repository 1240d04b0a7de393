package io.daybreak.orders.template;

import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.smtp.OutgoingMail;
import io.daybreak.orders.smtp.SendOutcome;
import io.daybreak.orders.smtp.SmtpGateway;
import io.daybreak.orders.template.Sample.SampleMail;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Sends a sample to the merchant, at a pace that keeps it from being misused. */
@ApplicationScoped
class TestMailSender {

  private static final ProblemType NOT_SENT =
      new ProblemType("test-mail-not-sent", 502, "The mail server did not take the test mail");

  private final Budgets budgets;
  private final SmtpGateway smtp;

  TestMailSender(Budgets budgets, SmtpGateway smtp) {
    this.budgets = budgets;
    this.smtp = smtp;
  }

  Uni<Void> send(long shopId, SampleMail sample, String to) {
    OutgoingMail mail =
        new OutgoingMail(
            sample.from(),
            to,
            Unsubscribing.messageId(UUID.randomUUID(), "test", sample.from().address()),
            "[Test] " + sample.mail().subject(),
            sample.mail().text(),
            sample.mail().html(),
            Unsubscribing.headers(sample.unsubscribe()));
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> budgets.awaitSlot(List.of(pace(shopId))))
        .chain(() -> smtp.send(mail))
        .map(TestMailSender::accepted);
  }

  private static Budget pace(long shopId) {
    return Budget.perMinute("mail:test:" + shopId, 20, 5);
  }

  private static Void accepted(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted) {
      return null;
    }
    String reply =
        outcome instanceof SendOutcome.Refused refused ? refused.detail() : "no answer to the mail";
    throw Problems.with(
            NOT_SENT,
            "Check the sender's address and the mail server's settings; \"reply\" is its word.")
        .with("reply", reply)
        .build();
  }
}
