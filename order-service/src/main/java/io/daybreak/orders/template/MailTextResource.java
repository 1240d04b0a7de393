package io.daybreak.orders.template;

import io.daybreak.kit.access.Roles;
import io.daybreak.orders.shop.Language;
import io.daybreak.orders.shop.ShopAccess;
import io.daybreak.orders.smtp.Mailbox;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's mails say: read, change, look at, try. Each language has words of its own; without
 * one in the address, it is the shop's.
 */
@Path("/api/shops/{shop}/mail-texts/{kind}")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class MailTextResource {

  /**
   * @param text words to look at; absent takes those in use
   */
  public record Draft(@Nullable @Valid OwnText text) {}

  /**
   * @param to who gets the test mail
   * @param text words to try; absent takes those in use
   */
  public record TestMail(@NotNull @Mailbox String to, @Nullable @Valid OwnText text) {}

  private final MailTexts texts;
  private final Sample sample;
  private final TestMailSender sender;
  private final ShopAccess access;

  MailTextResource(MailTexts texts, Sample sample, TestMailSender sender, ShopAccess access) {
    this.texts = texts;
    this.sample = sample;
    this.sender = sender;
    this.access = access;
  }

  @GET
  public Uni<MailTextView> get(
      String shop, MailKind kind, @QueryParam("language") @Nullable Language language) {
    return access.require(shop).chain(id -> texts.get(id, kind, language));
  }

  @PUT
  public Uni<MailTextView> put(
      String shop,
      MailKind kind,
      @QueryParam("language") @Nullable Language language,
      @NotNull @Valid MailTextChange change) {
    return access.require(shop).chain(id -> texts.put(id, kind, language, change));
  }

  @DELETE
  public Uni<Void> delete(
      String shop, MailKind kind, @QueryParam("language") @Nullable Language language) {
    return access.require(shop).chain(id -> texts.delete(id, kind, language));
  }

  @POST
  @Path("/preview")
  public Uni<RenderedMail> preview(
      String shop,
      MailKind kind,
      @QueryParam("language") @Nullable Language language,
      @NotNull @Valid Draft draft) {
    return access
        .require(shop)
        .chain(id -> sample.render(id, kind, language, draft.text()))
        .map(Sample.SampleMail::mail);
  }

  @POST
  @Path("/test-mail")
  public Uni<Void> testMail(
      String shop,
      MailKind kind,
      @QueryParam("language") @Nullable Language language,
      @NotNull @Valid TestMail mail) {
    return access
        .require(shop)
        .chain(
            id ->
                sample
                    .render(id, kind, language, mail.text())
                    .chain(rendered -> sender.send(id, rendered, mail.to())));
  }
}
