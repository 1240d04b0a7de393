package io.daybreak.orders.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say to customers; {@code messages/page_ko.properties} says it in Korean. */
@MessageBundle(value = "page", locale = "en")
public interface PageMessages {

  @Message("This is what you bought with order {order}.")
  String form_intro(String order);

  @Message("Write a review")
  String form_button();

  @Message("Answer our mail with a few words: the shop reads every review.")
  String form_answer();

  @Message("Unsubscribe")
  String unsubscribe();

  @Message("Do you want no more review mail from {shop}?")
  String unsubscribe_question(String shop);

  @Message("Unsubscribed")
  String unsubscribed();

  @Message("You will get no more review mail from {shop}.")
  String unsubscribed_text(String shop);
}
