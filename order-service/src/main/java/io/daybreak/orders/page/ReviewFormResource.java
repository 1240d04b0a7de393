package io.daybreak.orders.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page that a review mail's link opens. */
@Path("/reviews")
@PermitAll
public class ReviewFormResource {

  @CheckedTemplate(basePath = "page")
  static final class Pages {

    private Pages() {}

    static native TemplateInstance form(ReviewForm page);
  }

  private final ReviewForms forms;

  ReviewFormResource(ReviewForms forms) {
    this.forms = forms;
  }

  /**
   * @param order Shopify's id of the order
   * @param code the shop's access code
   */
  @GET
  @Path("/form")
  public Uni<Response> form(
      @QueryParam("order") @Nullable String order,
      @QueryParam("code") @Nullable String code,
      @Context HttpHeaders headers) {
    return forms
        .find(code, order)
        .map(form -> ProblemPages.html(200, Pages.form(form)))
        .onFailure(HttpProblem.class)
        .recoverWithItem(problem -> ProblemPages.of((HttpProblem) problem, headers));
  }
}
