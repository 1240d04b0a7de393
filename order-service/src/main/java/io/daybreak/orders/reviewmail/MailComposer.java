package io.daybreak.orders.reviewmail;

import io.daybreak.orders.smtp.OutgoingMail;
import io.daybreak.orders.template.MailContent;
import io.daybreak.orders.template.MailRenderer;
import io.daybreak.orders.template.PublicLinks;
import io.daybreak.orders.template.RenderedMail;
import io.daybreak.orders.unsubscribe.UnsubscribeTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Turns a claimed mail into one that can be sent. */
@ApplicationScoped
class MailComposer {

  private final MailRenderer renderer;
  private final PublicLinks links;
  private final UnsubscribeTokens tokens;

  MailComposer(MailRenderer renderer, PublicLinks links, UnsubscribeTokens tokens) {
    this.renderer = renderer;
    this.links = links;
    this.tokens = tokens;
  }

  /**
   * The {@code Message-ID} comes from the mail's id: should a mail ever reach a customer twice,
   * their mailbox can tell. The two headers of RFC 8058 let a mailbox unsubscribe by one click.
   */
  OutgoingMail compose(ClaimedMail mail) {
    ClaimedMail.Sender sender = mail.sender();
    ClaimedMail.Order order = mail.order();
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
                links.reviewPage(sender.reviewLink(), sender.accessCode(), order.id()),
                unsubscribe));
    return new OutgoingMail(
        new OutgoingMail.From(sender.name(), sender.address(), sender.replyTo()),
        order.to(),
        messageId(mail),
        words.subject(),
        words.text(),
        words.html(),
        Map.of(
            "List-Unsubscribe",
            "<" + unsubscribe + ">",
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click"));
  }

  private static String messageId(ClaimedMail mail) {
    String address = mail.sender().address();
    return "<" + mail.id() + ".review@" + address.substring(address.indexOf('@') + 1) + ">";
  }
}
