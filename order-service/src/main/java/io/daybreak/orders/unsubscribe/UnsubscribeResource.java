package io.daybreak.orders.unsubscribe;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.page.ProblemPages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
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

  private static final ProblemType INVALID =
      new ProblemType("unsubscribe-link-invalid", 400, "The link is not valid");

  @CheckedTemplate(basePath = "page")
  static final class Pages {

    private Pages() {}

    static native TemplateInstance unsubscribe();

    static native TemplateInstance unsubscribed();
  }

  private final UnsubscribeTokens tokens;
  private final Unsubscribes unsubscribes;

  UnsubscribeResource(UnsubscribeTokens tokens, Unsubscribes unsubscribes) {
    this.tokens = tokens;
    this.unsubscribes = unsubscribes;
  }

  @GET
  public Response page(@QueryParam("token") @Nullable String token, @Context HttpHeaders headers) {
    return mail(token)
        .map(mail -> ProblemPages.html(200, Pages.unsubscribe()))
        .orElseGet(() -> ProblemPages.of(invalid(), headers));
  }

  /** Takes any form: a mail program's says {@code List-Unsubscribe=One-Click}, the page's none. */
  @POST
  public Uni<Response> unsubscribe(
      @QueryParam("token") @Nullable String token, @Context HttpHeaders headers) {
    Optional<UUID> mail = mail(token);
    if (mail.isEmpty()) {
      return Uni.createFrom().item(ProblemPages.of(invalid(), headers));
    }
    return unsubscribes
        .unsubscribe(mail.get())
        .map(done -> ProblemPages.html(200, Pages.unsubscribed()));
  }

  private Optional<UUID> mail(@Nullable String token) {
    return token == null ? Optional.empty() : tokens.read(token);
  }

  private static HttpProblem invalid() {
    return Problems.of(INVALID, "Open the link from the mail again, whole and without changes.");
  }
}
