package io.daybreak.uploads.slack;

import io.daybreak.uploads.slack.SlackException.Kind;
import io.daybreak.uploads.slack.SlackHttp.Answer;
import io.daybreak.uploads.slack.SlackHttp.Outgoing;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A file's content. Without access Slack does not say 403: it sends a page of HTML, or sends us to
 * one. Redirects are followed here, so that each hop is looked at and the token goes nowhere else.
 */
@ApplicationScoped
class SlackDownload {

  private static final int HOPS = 5;
  private static final int BEGINNING = 512;

  private final SlackHttp http;

  SlackDownload(SlackHttp http) {
    this.http = http;
  }

  /**
   * @throws SlackException if what comes is not the file, or stops coming
   */
  <T> T read(URI content, ContentReader<T> reader) {
    URI uri = content;
    for (int hop = 0; hop <= HOPS; hop++) {
      Answer answer = http.send(new Outgoing(HttpMethod.GET, uri, null, null));
      if (!answer.isRedirect()) {
        return read(answer, reader);
      }
      answer.body().close();
      uri = uri.resolve(URI.create(answer.location()));
    }
    throw new SlackException(Kind.REFUSED, "more redirects than " + HOPS);
  }

  private static <T> T read(Answer answer, ContentReader<T> reader) {
    try (InputStream body = new BufferedInputStream(answer.body(), 64 * 1024)) {
      switch (answer.status()) {
        case 200 -> {}
        case 401, 403 -> throw new SlackException(Kind.CREDENTIALS, "HTTP " + answer.status());
        case 404, 410 -> throw new SlackException(Kind.FILE_GONE, "HTTP " + answer.status());
        default -> throw new SlackException(Kind.UNAVAILABLE, "it answered " + answer.status());
      }
      if (answer.contentType().startsWith("text/html") || looksLikeHtml(body)) {
        throw new SlackException(Kind.CREDENTIALS, "HTML instead of the file");
      }
      return reader.read(body);
    } catch (IOException e) {
      throw new SlackException(Kind.UNAVAILABLE, "the file broke off", e);
    }
  }

  private static boolean looksLikeHtml(InputStream body) throws IOException {
    body.mark(BEGINNING);
    String beginning = new String(body.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
    body.reset();
    String text = beginning.stripLeading().toLowerCase(Locale.ROOT);
    return text.startsWith("<!doctype") || text.startsWith("<html");
  }
}
