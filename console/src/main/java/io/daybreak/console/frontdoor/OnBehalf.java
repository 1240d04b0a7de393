package io.daybreak.console.frontdoor;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Makes a browser's request one of the person's: cookies stay here, the access token goes along.
 *
 * @param uri path and query at the owner
 */
record OnBehalf(String uri, String token) implements ProxyInterceptor {

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    context.request().setURI(uri);
    context
        .request()
        .headers()
        .remove(HttpHeaders.COOKIE)
        .set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    return context
        .sendRequest()
        .recover(failure -> Future.succeededFuture(unreachable(context, failure)));
  }

  private ProxyResponse unreachable(ProxyContext context, Throwable failure) {
    Log.warnf("%s got no answer: %s", uri.replaceAll("\\?.*", ""), failure);
    return context
        .request()
        .release()
        .response()
        .setStatusCode(Problem.SERVICE_UNREACHABLE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .setBody(Body.body(Problem.SERVICE_UNREACHABLE.body()));
  }
}
