package io.daybreak.orders.shop;

import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Shops as people register and edit them. */
@ApplicationScoped
public class Shops {

  private static final String LISTED =
      """
      (:owner = '' or owner = :owner)
      and (:text = '' or locate(:text, domain) > 0 or locate(:text, lower(senderName)) > 0)
      """;

  private final ShopSecrets secrets;
  private final Clock clock;

  Shops(ShopSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Registers a shop, or takes one into service again that its owner had uninstalled. The unique
   * domain decides between two who register the same one.
   */
  @WithTransaction
  Uni<ShopView> register(NewShop request, String owner) {
    return byDomain(request.domain())
        .map(known -> known == null ? create(request, owner) : reinstall(known, owner))
        .invoke(shop -> fill(shop, request))
        .chain(shop -> shop.<Shop>persistAndFlush())
        .map(ShopView::of)
        .onFailure(ConstraintViolationException.class)
        .transform(e -> ShopProblems.exists());
  }

  /** Null does not limit. */
  @WithSession
  Uni<Listing<ShopView>> list(@Nullable String onlyOwner, @Nullable String text, PageRequest page) {
    var found =
        Shop.<Shop>find(
            LISTED,
            Sort.by("domain"),
            Parameters.with("owner", Objects.requireNonNullElse(onlyOwner, ""))
                .and("text", text == null ? "" : text.toLowerCase(Locale.ROOT)));
    return found
        .page(Page.of(page.number(), page.size()))
        .list()
        .chain(shops -> found.count().map(total -> Listing.of(shops, page, total, ShopView::of)));
  }

  @WithSession
  Uni<ShopView> get(long id) {
    return Shop.<Shop>findById(id).map(ShopView::of);
  }

  /**
   * Changes settings; a problem (409) if the version is not the newest, whether that is seen on
   * reading or only on writing.
   */
  @WithTransaction
  Uni<ShopView> change(long id, ShopChange change) {
    return edit(
        id,
        shop -> {
          if (shop.version != change.version()) {
            throw ShopProblems.changedMeanwhile();
          }
          shop.apply(change.settings());
        });
  }

  /** Makes a secret the current one; the one before stays valid beside it. */
  @WithTransaction
  Uni<ShopView> rotateWebhookSecret(long id, String secret) {
    return edit(
        id,
        shop -> {
          shop.previousWebhookSecret = shop.webhookSecret;
          shop.webhookSecret = secrets.sealWebhookSecret(shop.domain, secret);
        });
  }

  @WithTransaction
  Uni<ShopView> endRotation(long id) {
    return edit(id, shop -> shop.previousWebhookSecret = null);
  }

  @WithTransaction
  Uni<ShopView> replaceApiToken(long id, String token) {
    return edit(id, shop -> shop.apiToken = secrets.sealApiToken(shop.domain, token));
  }

  @WithTransaction
  Uni<ShopView> renewAccessCode(long id) {
    return edit(id, shop -> shop.accessCode = AccessCodes.next());
  }

  private Uni<ShopView> edit(long id, Consumer<Shop> change) {
    return Shop.<Shop>findById(id)
        .invoke(change)
        .call(Panache::flush)
        .map(ShopView::of)
        .onFailure(OptimisticLockException.class)
        .transform(e -> ShopProblems.changedMeanwhile());
  }

  private Shop create(NewShop request, String owner) {
    return new Shop(request.domain(), owner, AccessCodes.next(), clock.instant());
  }

  private static Shop reinstall(Shop known, String owner) {
    if (known.uninstalledAt == null || !known.owner.equals(owner)) {
      throw ShopProblems.exists();
    }
    known.uninstalledAt = null;
    known.previousWebhookSecret = null;
    return known;
  }

  private void fill(Shop shop, NewShop request) {
    shop.webhookSecret = secrets.sealWebhookSecret(shop.domain, request.webhookSecret());
    String token = request.apiToken();
    shop.apiToken = token == null ? null : secrets.sealApiToken(shop.domain, token);
    shop.apply(request.settings());
  }

  private static Uni<@Nullable Shop> byDomain(String domain) {
    return Shop.<Shop>find("domain", domain).firstResult();
  }
}
