package io.daybreak.orders.template;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The product's own words in English; {@code messages/mail_ko.properties} has the Korean ones. A
 * text may hold the same placeholders as a shop's own; {@code \{} keeps Qute from reading them.
 */
@MessageBundle(value = "mail", locale = "en")
public interface MailMessages {

  @Message("How was your order from \\{shop}?")
  String request_subject();

  @Message(
      """
      Thank you for your order \\{order}.

      We hope you like what you bought: \\{items}. Would you tell others in a few words?\
      """)
  String request_body();

  @Message("Still time to review your order from \\{shop}")
  String reminder_subject();

  @Message(
      """
      Some days ago we asked how you like your order \\{order} (\\{items}).

      A short review helps other customers a lot. This is the last mail about this order.\
      """)
  String reminder_body();

  @Message("Hello {name},")
  String greeting(String name);

  @Message("Hello,")
  String greeting_unnamed();

  /** What to call a customer without a name, in the middle of a sentence. */
  @Message("customer")
  String customer();

  @Message("Write a review")
  String button();

  @Message("You get this mail because you bought something from {shop}.")
  String why(String shop);

  @Message("No more mail from this shop")
  String unsubscribe();
}
