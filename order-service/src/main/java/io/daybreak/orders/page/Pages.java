package io.daybreak.orders.page;

import io.daybreak.orders.shop.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Pages as a person in a browser reads them, in their language. */
public final class Pages {

  @CheckedTemplate(basePath = "page")
  static final class Problem {

    private Problem() {}

    static native TemplateInstance problem(PageProblem.Words words, Language language);
  }

  private Pages() {}

  public static Response of(TemplateInstance page, Language language) {
    return html(200, page, language);
  }

  /**
   * The problem as a page, in the language that the browser asks for.
   *
   * @throws HttpProblem the same problem, for a client that does not ask for HTML
   */
  public static Response of(PageProblem problem, HttpHeaders request) {
    if (!isBrowser(request)) {
      throw problem.problem();
    }
    Language language = language(request);
    return html(problem.status(), Problem.problem(problem.in(language), language), language);
  }

  /** The language that a browser asks for: Korean, or English for all others. */
  public static Language language(HttpHeaders request) {
    return request.getAcceptableLanguages().stream()
        .filter(wanted -> !wanted.getLanguage().equals("*"))
        .findFirst()
        .filter(wanted -> wanted.getLanguage().equals(Language.KO.tag()))
        .map(wanted -> Language.KO)
        .orElse(Language.EN);
  }

  static boolean isBrowser(HttpHeaders request) {
    return request.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
  }

  private static Response html(int status, TemplateInstance page, Language language) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(page.setLocale(language.locale()))
        .build();
  }
}
