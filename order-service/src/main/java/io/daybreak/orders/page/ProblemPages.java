package io.daybreak.orders.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Problems as a person in a browser can read them; programs get the problem itself. */
public final class ProblemPages {

  @CheckedTemplate(basePath = "page")
  static final class Pages {

    private Pages() {}

    static native TemplateInstance problem(String title, String detail);
  }

  private ProblemPages() {}

  /**
   * @throws HttpProblem the same problem, for a client that does not ask for HTML
   */
  public static Response of(HttpProblem problem, HttpHeaders request) {
    boolean browser = request.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
    if (!browser) {
      throw problem;
    }
    return html(problem.getStatusCode(), Pages.problem(problem.getTitle(), problem.getDetail()));
  }

  public static Response html(int status, TemplateInstance page) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(page)
        .build();
  }
}
