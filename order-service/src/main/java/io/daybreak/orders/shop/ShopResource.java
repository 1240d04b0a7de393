package io.daybreak.orders.shop;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.listing.SearchText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Shops: merchants see and change those of their organisations, operators all. */
@Path("/api/shops")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class ShopResource {

  private final Shops shops;
  private final ShopApp app;
  private final ShopAccess access;
  private final ShopRemoval removal;
  private final Caller caller;

  ShopResource(Shops shops, ShopApp app, ShopAccess access, ShopRemoval removal, Caller caller) {
    this.shops = shops;
    this.app = app;
    this.access = access;
    this.removal = removal;
    this.caller = caller;
  }

  @POST
  public Uni<Response> register(@NotNull @Valid NewShop shop) {
    return app.register(shop, caller.subject(), caller.organisation())
        .map(
            view ->
                Response.created(URI.create("/api/shops/" + view.domain())).entity(view).build());
  }

  /**
   * @param text part of the domain, or of the sender's name
   */
  @GET
  public Uni<Listing<ShopView>> list(
      @QueryParam("q") @Nullable @Size(max = 200) String text, @BeanParam @Valid PageRequest page) {
    return shops.list(caller.scope(), SearchText.of(text), page);
  }

  @GET
  @Path("/{shop}")
  public Uni<ShopView> get(String shop) {
    return access.require(shop).chain(shops::get);
  }

  @PUT
  @Path("/{shop}")
  public Uni<ShopView> change(String shop, @NotNull @Valid ShopChange change) {
    return access.require(shop).chain(id -> shops.change(id, change));
  }

  /** Removes the shop with its orders, mails and customers; nothing can be brought back. */
  @DELETE
  @Path("/{shop}")
  @ResponseStatus(204)
  public Uni<Void> remove(String shop) {
    return access
        .find(shop)
        .chain(found -> removal.remove(found.organisationId(), found.id(), shop));
  }

  /** Hands the shop to another organisation of the caller's. */
  @PUT
  @Path("/{shop}/organisation")
  public Uni<ShopView> handOver(String shop, @NotNull @Valid Receiver to) {
    caller.requireReceiver(to.organisationId());
    return access.require(shop).chain(id -> shops.handOver(id, to.organisationId()));
  }

  /** Body of a hand-over. */
  public record Receiver(@NotNull UUID organisationId) {}

  /** The new secret counts at once; the old one keeps counting until the rotation is ended. */
  @PUT
  @Path("/{shop}/webhook-secret")
  public Uni<ShopView> rotateWebhookSecret(String shop, @NotNull @Valid NewSecret secret) {
    return access.require(shop).chain(id -> app.rotateSecret(id, shop, secret.secret()));
  }

  @DELETE
  @Path("/{shop}/webhook-secret/previous")
  public Uni<ShopView> endRotation(String shop) {
    return access.require(shop).chain(shops::endRotation);
  }

  /** How orders are read from Shopify, and how that goes. */
  @GET
  @Path("/{shop}/access")
  public Uni<ReadAccess> access(String shop) {
    return access.require(shop).chain(app::access);
  }

  /** Reads orders with the tokens of an app of the Dev Dashboard from then on. */
  @PUT
  @Path("/{shop}/app")
  public Uni<ShopView> replaceApp(String shop, @NotNull @Valid AppCredentials credentials) {
    return access.require(shop).chain(id -> app.replace(id, shop, credentials));
  }

  @PUT
  @Path("/{shop}/api-token")
  public Uni<ShopView> replaceApiToken(String shop, @NotNull @Valid NewSecret token) {
    return access.require(shop).chain(id -> shops.replaceApiToken(id, token.secret()));
  }

  /** A new access code; pages with the old one are refused from then on. */
  @POST
  @Path("/{shop}/access-code")
  public Uni<ShopView> renewAccessCode(String shop) {
    return access.require(shop).chain(shops::renewAccessCode);
  }
}
