package io.daybreak.orders.unsubscribe;

import io.daybreak.orders.page.PageProblem;
import io.daybreak.orders.page.Pages;
import io.daybreak.orders.shop.Language;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The links in the mails. Reading the page changes nothing, since mail scanners read every link;
 * posting unsubscribes, from the page or by a mail program's one click.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Path("/unsubscribe")
@PermitAll
public class UnsubscribeResource {

  private static final PageProblem INVALID = PageProblem.UNSUBSCRIBE_LINK_INVALID;

  /**
   * @param shop what the shop calls itself
   */
  @TemplateData
  public record Reader(String shop, Language language) {}

  @CheckedTemplate(basePath = "page")
  static final class Template {

    private Template() {}

    static native TemplateInstance unsubscribe(Reader reader);

    static native TemplateInstance unsubscribed(Reader reader);
  }

  private final UnsubscribeTokens tokens;
  private final Unsubscribes unsubscribes;

  UnsubscribeResource(UnsubscribeTokens tokens, Unsubscribes unsubscribes) {
    this.tokens = tokens;
    this.unsubscribes = unsubscribes;
  }

  @GET
  public Uni<Response> page(
      @QueryParam("token") @Nullable String token, @Context HttpHeaders headers) {
    return mail(token)
        .map(
            mail ->
                unsubscribes
                    .reader(mail)
                    .map(
                        reader ->
                            reader
                                .map(r -> Pages.of(Template.unsubscribe(r), r.language()))
                                .orElseGet(() -> Pages.of(INVALID, headers))))
        .orElseGet(() -> invalid(headers));
  }

  /** Takes any form: a mail program's says {@code List-Unsubscribe=One-Click}, the page's none. */
  @POST
  public Uni<Response> unsubscribe(
      @QueryParam("token") @Nullable String token, @Context HttpHeaders headers) {
    return mail(token)
        .map(
            mail ->
                unsubscribes
                    .unsubscribe(mail)
                    .chain(() -> unsubscribes.reader(mail))
                    .map(
                        reader ->
                            reader
                                .map(r -> Pages.of(Template.unsubscribed(r), r.language()))
                                .orElseGet(() -> Response.noContent().build())))
        .orElseGet(() -> invalid(headers));
  }

  private Optional<UUID> mail(@Nullable String token) {
    return token == null ? Optional.empty() : tokens.read(token);
  }

  private static Uni<Response> invalid(HttpHeaders headers) {
    return Uni.createFrom().item(() -> Pages.of(INVALID, headers));
  }
}
