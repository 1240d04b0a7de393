package io.daybreak.orders.shop;

import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.Scope;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Shops as people register and edit them. */
@ApplicationScoped
public class Shops {

  private static final String LISTED =
      """
      (:everybody = true or organisationId in (:organisations))
      and (:text = '' or locate(:text, domain) > 0 or locate(:text, lower(senderName)) > 0)
      """;

  private final ShopSecrets secrets;
  private final Clock clock;
  private final Audit audit;

  Shops(ShopSecrets secrets, Clock clock, Audit audit) {
    this.secrets = secrets;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Registers a shop, or takes one into service again that its organisation had uninstalled. The
   * unique domain decides between two who register the same one.
   */
  @WithTransaction
  Uni<ShopView> register(NewShop request, String owner, UUID organisation) {
    return byDomain(request.domain())
        .map(
            known ->
                known == null
                    ? create(request, owner, organisation)
                    : reinstall(known, organisation))
        .invoke(shop -> fill(shop, request))
        .chain(shop -> shop.<Shop>persistAndFlush())
        .call(
            shop ->
                audit.write(Deed.of("shop.registered", organisation, shop.domain).to(told(shop))))
        .map(ShopView::of)
        .onFailure(ConstraintViolationException.class)
        .transform(e -> ShopProblems.exists());
  }

  /**
   * Shops of a scope.
   *
   * @param text null does not limit
   */
  @WithSession
  Uni<Listing<ShopView>> list(Scope scope, @Nullable String text, PageRequest page) {
    var found =
        Shop.<Shop>find(
            LISTED,
            Sort.by("domain"),
            Parameters.with("everybody", scope instanceof Scope.Everybody)
                .and("organisations", List.of(scope.parameter()))
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
        "shop.changed",
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
        "shop.webhook-secret-rotated",
        shop -> {
          shop.previousWebhookSecret = shop.webhookSecret;
          shop.webhookSecret = secrets.sealWebhookSecret(shop.domain, secret);
        });
  }

  @WithTransaction
  Uni<ShopView> handOver(long id, UUID organisation) {
    return edit(id, "shop.handed-over", shop -> shop.organisationId = organisation);
  }

  @WithTransaction
  Uni<ShopView> endRotation(long id) {
    return edit(id, "shop.rotation-ended", shop -> shop.previousWebhookSecret = null);
  }

  @WithTransaction
  Uni<ShopView> replaceApiToken(long id, String token) {
    return edit(
        id,
        "shop.api-token-replaced",
        shop -> {
          shop.apiToken = secrets.sealApiToken(shop.domain, token);
          shop.clientId = null;
        });
  }

  /** An app instead of what there was; the secret before stays valid for deliveries. */
  @WithTransaction
  Uni<ShopView> replaceApp(long id, AppCredentials app) {
    return edit(
        id,
        "shop.app-replaced",
        shop -> {
          String before = secrets.openWebhookSecret(shop.domain, shop.webhookSecret);
          if (!before.equals(app.clientSecret())) {
            shop.previousWebhookSecret = shop.webhookSecret;
            shop.webhookSecret = secrets.sealWebhookSecret(shop.domain, app.clientSecret());
          }
          shop.clientId = app.clientId();
          shop.apiToken = null;
        });
  }

  @WithTransaction
  Uni<ShopView> renewAccessCode(long id) {
    return edit(id, "shop.access-code-renewed", shop -> shop.accessCode = AccessCodes.next());
  }

  private Uni<ShopView> edit(long id, String action, Consumer<Shop> change) {
    return Shop.<Shop>findById(id)
        .call(
            shop -> {
              JsonObject before = told(shop);
              change.accept(shop);
              return audit.write(
                  Deed.of(action, shop.organisationId, shop.domain).from(before).to(told(shop)));
            })
        .call(Panache::flush)
        .map(ShopView::of)
        .onFailure(OptimisticLockException.class)
        .transform(e -> ShopProblems.changedMeanwhile());
  }

  /** What the audit tells of a shop: never a secret or the access code. */
  private static JsonObject told(Shop shop) {
    return new JsonObject()
        .put("organisationId", shop.organisationId.toString())
        .put("senderName", shop.senderName)
        .put("senderAddress", shop.senderAddress)
        .put("replyTo", shop.replyTo)
        .put("reviewLink", shop.reviewLink)
        .put("trigger", shop.trigger.name())
        .put("delayDays", shop.delayDays)
        .put("clientId", shop.clientId);
  }

  private Shop create(NewShop request, String owner, UUID organisation) {
    return new Shop(request.domain(), owner, organisation, AccessCodes.next(), clock.instant());
  }

  private static Shop reinstall(Shop known, UUID organisation) {
    if (known.uninstalledAt == null || !known.organisationId.equals(organisation)) {
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
    shop.clientId = request.clientId();
    shop.apply(request.settings());
  }

  private static Uni<@Nullable Shop> byDomain(String domain) {
    return Shop.<Shop>find("domain", domain).firstResult();
  }
}
