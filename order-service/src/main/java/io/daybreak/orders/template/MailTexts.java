package io.daybreak.orders.template;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.shop.Language;
import io.daybreak.orders.shop.Shop;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The shops' own mail texts, as people edit them. */
@ApplicationScoped
class MailTexts {

  private final MailRenderer renderer;

  MailTexts(MailRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * @param language null for the shop's
   */
  @WithSession
  Uni<MailTextView> get(long shopId, MailKind kind, @Nullable Language language) {
    return language(shopId, language)
        .chain(
            chosen ->
                find(shopId, kind, chosen)
                    .map(text -> text == null ? productText(kind, chosen) : MailTextView.of(text)));
  }

  /**
   * @param language null for the shop's
   * @param change names the version it is based on; none for the first own text
   */
  @WithTransaction
  Uni<MailTextView> put(
      long shopId, MailKind kind, @Nullable Language language, MailTextChange change) {
    return language(shopId, language)
        .chain(chosen -> put(shopId, kind, chosen, change.text(), change.version()));
  }

  private static Uni<MailTextView> put(
      long shopId, MailKind kind, Language language, OwnText words, @Nullable Integer version) {
    return find(shopId, kind, language)
        .map(
            known -> known == null ? new MailText(shopId, kind, language) : current(known, version))
        .invoke(text -> text.apply(words))
        .chain(text -> text.<MailText>persistAndFlush())
        .map(MailTextView::of)
        .onFailure(
            e -> e instanceof ConstraintViolationException || e instanceof OptimisticLockException)
        .transform(e -> changedMeanwhile());
  }

  /** Back to the product's text. */
  @WithTransaction
  Uni<Void> delete(long shopId, MailKind kind, @Nullable Language language) {
    return language(shopId, language)
        .chain(chosen -> find(shopId, kind, chosen))
        .chain(text -> text == null ? Uni.createFrom().voidItem() : text.delete())
        .call(Panache::flush);
  }

  private static Uni<Language> language(long shopId, @Nullable Language language) {
    return language == null
        ? Shop.<Shop>findById(shopId).map(shop -> shop.language)
        : Uni.createFrom().item(language);
  }

  private MailTextView productText(MailKind kind, Language language) {
    return MailTextView.of(kind, renderer.productText(kind, language));
  }

  private static MailText current(MailText known, @Nullable Integer version) {
    if (!Objects.equals(known.version, version)) {
      throw changedMeanwhile();
    }
    return known;
  }

  private static HttpProblem changedMeanwhile() {
    return Problems.of(
        CommonProblems.CHANGED_MEANWHILE,
        "Read the text again and repeat the change with its new version.");
  }

  private static Uni<@Nullable MailText> find(long shopId, MailKind kind, Language language) {
    return MailText.<MailText>find(
            "shopId = ?1 and kind = ?2 and language = ?3", shopId, kind, language)
        .firstResult();
  }
}
