package io.daybreak.orders.smtp;

import io.daybreak.orders.smtp.SendOutcome.Accepted;
import io.daybreak.orders.smtp.SendOutcome.NotReached;
import io.daybreak.orders.smtp.SendOutcome.Refused;
import io.daybreak.orders.smtp.SendOutcome.Unknown;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The only place that talks SMTP. Sends a mail in one attempt and says what became of it. */
@ApplicationScoped
public class SmtpGateway {

  private final MailClient client;
  private final Context loop;
  private final SmtpConfig config;

  SmtpGateway(MailClient client, Vertx vertx, SmtpConfig config) {
    this.client = client;
    this.loop = ((VertxInternal) vertx).createEventLoopContext();
    this.config = config;
  }

  /** Never fails for the server's sake: every way a conversation can end is an outcome. */
  @Timeout(value = 60, unit = ChronoUnit.SECONDS)
  @Bulkhead(50)
  public Uni<SendOutcome> send(OutgoingMail mail) {
    GatedMessage message;
    try {
      message = message(mail);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().item(new NotReached("address"));
    }
    return send(message)
        .<SendOutcome>map(accepted -> new Accepted())
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .onFailure()
        .recoverWithItem(failure -> outcome(failure, message));
  }

  /**
   * Always from the same event loop: the client opens a connection on the caller's and listens to
   * it on another one, so that the greeting of a fast server would sometimes be missed.
   */
  private Uni<MailResult> send(GatedMessage message) {
    return Uni.createFrom()
        .emitter(
            sent ->
                loop.runOnContext(
                    now -> client.sendMail(message).onComplete(sent::complete, sent::fail)));
  }

  /**
   * Decided by what happened, never by a message's text: a reply code is the server's own word;
   * without one, what counts is whether the conversation had come to the mail.
   */
  private static SendOutcome outcome(Throwable failure, GatedMessage message) {
    if (failure instanceof SMTPException refused && refused.getReplyCode() >= 400) {
      return new Refused(
          refused.getReplyCode(), ReplyText.of(refused.getReplyMessages()), message.takeBack());
    }
    String cause =
        failure instanceof TimeoutException ? "timeout" : failure.getClass().getSimpleName();
    return message.takeBack() ? new NotReached(cause) : new Unknown(cause);
  }

  /** The client encodes bodies well and headers badly: those are written here. */
  private static GatedMessage message(OutgoingMail mail) {
    MailAddress from = address(mail.from().address());
    MailAddress to = address(mail.to());
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("Message-ID", mail.messageId());
    headers.add("From", HeaderText.mailbox(mail.from().name(), from));
    headers.add("To", to.ascii());
    headers.add("Subject", HeaderText.unstructured(mail.subject()));
    if (mail.from().replyTo() != null) {
      headers.add("Reply-To", address(mail.from().replyTo()).ascii());
    }
    mail.headers().forEach(headers::add);
    GatedMessage message = new GatedMessage();
    message.setHeaders(headers);
    message.setFrom(from.ascii());
    message.setTo(to.ascii());
    message.setText(mail.text());
    message.setHtml(mail.html());
    return message;
  }

  private static MailAddress address(String text) {
    return MailAddress.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("An address that no mail can be sent to"));
  }
}
