package io.daybreak.orders.template;

import io.daybreak.orders.shop.Language;
import io.daybreak.orders.shop.Shop;
import io.daybreak.orders.smtp.OutgoingMail;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders a mail about an invented order, to look at before any customer does. */
@ApplicationScoped
class Sample {

  /** A mail, whom it would come from, and where it would be unsubscribed from. */
  record SampleMail(OutgoingMail.From from, RenderedMail mail, String unsubscribe) {}

  private final MailRenderer renderer;
  private final PublicLinks links;

  Sample(MailRenderer renderer, PublicLinks links) {
    this.renderer = renderer;
    this.links = links;
  }

  /**
   * @param language null for the shop's
   * @param draft words to try; null takes what the shop's mails say now
   */
  @WithSession
  Uni<SampleMail> render(
      long shopId, MailKind kind, @Nullable Language language, @Nullable OwnText draft) {
    return Shop.<Shop>findById(shopId)
        .chain(
            shop -> {
              Language chosen = language == null ? shop.language : language;
              return words(shopId, kind, chosen, draft)
                  .map(words -> renderer.render(kind, chosen, words, content(shop, chosen)))
                  .map(mail -> new SampleMail(from(shop), mail, sampleUnsubscribe()));
            });
  }

  private static OutgoingMail.From from(Shop shop) {
    return new OutgoingMail.From(shop.senderName, shop.senderAddress, shop.replyTo);
  }

  private static Uni<@Nullable OwnText> words(
      long shopId, MailKind kind, Language language, @Nullable OwnText draft) {
    if (draft != null) {
      return Uni.createFrom().item(draft);
    }
    return MailText.<MailText>find(
            "shopId = ?1 and kind = ?2 and language = ?3", shopId, kind, language)
        .firstResult()
        .map(text -> text == null ? null : text.words());
  }

  private String sampleUnsubscribe() {
    return links.unsubscribePage("sample");
  }

  private MailContent content(Shop shop, Language language) {
    boolean korean = language == Language.KO;
    return new MailContent(
        shop.senderName,
        korean ? "김하늘" : "Alex",
        "#1001",
        List.of(korean ? "리넨 셔츠" : "Linen shirt", korean ? "양말 2켤레" : "Two pairs of socks"),
        links.reviewPage(shop.reviewLink, "sample", 1001),
        sampleUnsubscribe());
  }
}
