package io.daybreak.orders.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page that a review mail's link opens, and the same as data for the shop's own pages. */
@Path("/reviews")
@PermitAll
public class ReviewFormResource {

  @CheckedTemplate(basePath = "page")
  static final class Template {

    private Template() {}

    static native TemplateInstance form(ReviewForm form);
  }

  private final ReviewForms forms;

  ReviewFormResource(ReviewForms forms) {
    this.forms = forms;
  }

  /**
   * HTML for a browser, JSON for a script.
   *
   * @param order Shopify's id of the order
   * @param token from the link in the order's mail
   * @param code the shop's access code, which alone shows nothing of a customer
   */
  @GET
  @Path("/form")
  public Uni<Response> form(
      @QueryParam("order") @Nullable String order,
      @QueryParam("token") @Nullable String token,
      @QueryParam("code") @Nullable String code,
      @Context HttpHeaders headers) {
    return forms.find(token, code, order).map(found -> answer(found, headers));
  }

  private static Response answer(ReviewForms.Found found, HttpHeaders headers) {
    if (found instanceof ReviewForms.Found.Nothing nothing) {
      return Pages.of(nothing.problem(), headers);
    }
    ReviewForm form = ((ReviewForms.Found.Form) found).form();
    if (Pages.isBrowser(headers)) {
      return Pages.of(Template.form(form), form.language());
    }
    return Response.ok(form, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
