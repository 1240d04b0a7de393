package io.daybreak.orders.template;

import io.daybreak.orders.shop.Language;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a mail of its content: the shop's own words, or the product's, in one layout. */
@ApplicationScoped
public class MailRenderer {

  @CheckedTemplate(basePath = "mail")
  static final class Layout {

    private Layout() {}

    static native TemplateInstance mail(
        String language,
        String subject,
        String preheader,
        boolean greets,
        List<List<String>> paragraphs,
        MailContent content);
  }

  private static final String TEXT = "text/plain";
  private static final String HTML = "text/html";

  /** Code points of the first words that mailboxes show. */
  private static final int PREHEADER = 100;

  public RenderedMail render(
      MailKind kind, Language language, @Nullable OwnText ownText, MailContent content) {
    OwnText words = ownText == null ? productText(kind, language) : ownText;
    String customer = messages(language).customer();
    String subject = oneLine(Placeholders.fill(words.subject(), content, customer));
    List<List<String>> paragraphs = paragraphs(Placeholders.fill(words.body(), content, customer));
    boolean greets = !Placeholders.greets(words.body());
    return new RenderedMail(
        subject,
        layout(TEXT, language, subject, greets, paragraphs, content),
        layout(HTML, language, subject, greets, paragraphs, content));
  }

  private static MailMessages messages(Language language) {
    return MessageBundles.get(
        MailMessages.class, Localized.Literal.of(language.locale().toString()));
  }

  /** The product's words for a kind of mail, a merchant's starting point. */
  OwnText productText(MailKind kind, Language language) {
    MailMessages messages = messages(language);
    return switch (kind) {
      case REQUEST -> new OwnText(messages.request_subject(), messages.request_body());
      case REMINDER -> new OwnText(messages.reminder_subject(), messages.reminder_body());
    };
  }

  private static String layout(
      String contentType,
      Language language,
      String subject,
      boolean greets,
      List<List<String>> paragraphs,
      MailContent content) {
    String tag = language.locale().toString();
    return Layout.mail(tag, subject, preheader(paragraphs), greets, paragraphs, content)
        .setLocale(language.locale())
        .setVariant(Variant.forContentType(contentType))
        .render();
  }

  private static List<List<String>> paragraphs(String body) {
    return Arrays.stream(body.strip().split("\\R\\s*\\R"))
        .map(paragraph -> paragraph.lines().toList())
        .toList();
  }

  /** What mailboxes show beside the subject: the mail's first words, not its greeting. */
  private static String preheader(List<List<String>> paragraphs) {
    String first = paragraphs.isEmpty() ? "" : String.join(" ", paragraphs.get(0)).strip();
    return first.length() <= PREHEADER
        ? first
        : first.substring(
                0,
                first.offsetByCodePoints(
                    0, Math.min(PREHEADER, first.codePointCount(0, first.length()))))
            + "…";
  }

  /** A line break in an order's name must not start a header of its own. */
  private static String oneLine(String subject) {
    return subject.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
