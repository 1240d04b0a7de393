package io.daybreak.orders.template;

import org.jspecify.annotations.Nullable;

/**
 * What a shop's mails say.
 *
 * @param own whether these are the shop's words; otherwise they are the product's
 * @param version to send back with a change; null for the product's words
 */
public record MailTextView(
    MailKind kind, boolean own, String subject, String body, @Nullable Integer version) {

  static MailTextView of(MailText text) {
    return new MailTextView(text.kind, true, text.subject, text.body, text.version);
  }

  static MailTextView of(MailKind kind, OwnText product) {
    return new MailTextView(kind, false, product.subject(), product.body(), null);
  }
}
