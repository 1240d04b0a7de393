package io.daybreak.orders.reviewmail;

import io.daybreak.orders.smtp.OutgoingMail;
import io.daybreak.orders.template.MailContent;
import io.daybreak.orders.template.MailRenderer;
import io.daybreak.orders.template.PublicLinks;
import io.daybreak.orders.template.RenderedMail;
import io.daybreak.orders.template.ReviewTokens;
import io.daybreak.orders.template.Unsubscribing;
import io.daybreak.orders.unsubscribe.UnsubscribeTokens;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a claimed mail into one that can be sent. */
@ApplicationScoped
class MailComposer {

  private final MailRenderer renderer;
  private final PublicLinks links;
  private final UnsubscribeTokens tokens;
  private final ReviewTokens reviews;

  MailComposer(
      MailRenderer renderer, PublicLinks links, UnsubscribeTokens tokens, ReviewTokens reviews) {
    this.renderer = renderer;
    this.links = links;
    this.tokens = tokens;
    this.reviews = reviews;
  }

  /**
   * The {@code Message-ID} comes from the mail's id: should a mail ever reach a customer twice,
   * their mailbox can tell.
   */
  OutgoingMail compose(MailToSend mail) {
    MailToSend.Sender sender = mail.sender();
    MailToSend.Order order = mail.order();
    String unsubscribe = links.unsubscribePage(tokens.of(mail.id()));
    RenderedMail words =
        renderer.render(
            mail.kind(),
            mail.language(),
            mail.ownText(),
            new MailContent(
                sender.name(),
                order.customerName(),
                order.name(),
                order.items(),
                links.reviewPage(sender.reviewLink(), reviews.of(mail.id()), order.id()),
                unsubscribe));
    return new OutgoingMail(
        new OutgoingMail.From(sender.name(), sender.address(), sender.replyTo()),
        order.to(),
        Unsubscribing.messageId(mail.id(), "review", sender.address()),
        words.subject(),
        words.text(),
        words.html(),
        Unsubscribing.headers(unsubscribe));
  }
}
