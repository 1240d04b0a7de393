package io.daybreak.imports.naver;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.imports.stream.BodyStream;
import io.daybreak.imports.stream.SilenceException;
import io.daybreak.kit.budget.CallRefusedException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One signed request over HTTP, sent once. The Vert.x client is used because it never sends a
 * request again; the JDK's two clients do that silently when a kept connection breaks.
 *
 * <p>A connection serves one call. Without retries, a kept one that NAVER has just closed would
 * fail a whole run, and dropping a call whose answer has ended would close a connection that serves
 * the next call already; a handshake for each of some ten calls a second costs nothing beside that.
 */
@ApplicationScoped
class NaverHttp {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int ERROR_BODY_BYTES = 64 * 1024;
  private static final int CONNECTIONS = 256;

  /** Of calls that an annotation limits. */
  private static final Duration UNLIMITED = Duration.ofDays(1);

  private final HttpClient client;
  private final URI base;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration silence;

  NaverHttp(Vertx vertx, NaverConfig config, ObjectMapper json, Clock clock) {
    this.client = vertx.createHttpClient(options(config));
    this.base = config.baseUrl();
    this.json = json;
    this.clock = clock;
    this.silence = config.downloadSilence();
  }

  private static HttpClientOptions options(NaverConfig config) {
    return new HttpClientOptions()
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setKeepAlive(false)
        .setMaxPoolSize(CONNECTIONS);
  }

  /** What to send. {@code pathAndQuery} is encoded already and goes out as it is. */
  record Outgoing(
      NaverCall call, HttpMethod method, String pathAndQuery, @Nullable Buffer jsonBody) {

    String path() {
      int query = pathAndQuery.indexOf('?');
      return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    }
  }

  /**
   * Sends and reads the answer; blocks, and stops when the thread is interrupted.
   *
   * @throws NaverException if NAVER refuses, fails, or cannot be reached
   * @throws CallRefusedException for 429
   */
  <T> T exchange(Access access, Outgoing outgoing, BodyReader<T> reader) {
    return exchange(access, outgoing, reader, false);
  }

  /**
   * The same for a file, which may take as long as it needs: it is asked for as a zip, and given up
   * only after a silence.
   */
  <T> T file(Access access, Outgoing outgoing, BodyReader<T> reader) {
    return exchange(access, outgoing, body -> reader.read(Unzipped.of(body)), true);
  }

  private <T> T exchange(Access access, Outgoing outgoing, BodyReader<T> reader, boolean file) {
    Answer answer = send(access, outgoing, file);
    try (BodyStream body = answer.body()) {
      if (answer.status() / 100 != 2) {
        throw refusal(access, outgoing.call(), answer.status(), body.readNBytes(ERROR_BODY_BYTES));
      }
      T read = reader.read(body);
      body.transferTo(OutputStream.nullOutputStream());
      return read;
    } catch (SilenceException e) {
      throw new NaverException(new NaverFailure.TimedOut(outgoing.call()), e);
    } catch (JacksonException e) {
      throw unavailable(outgoing.call(), "its answer is not the JSON it should be", e);
    } catch (IOException e) {
      throw unavailable(outgoing.call(), "the connection broke while it answered", e);
    }
  }

  private record Answer(int status, BodyStream body) {}

  private Answer send(Access access, Outgoing outgoing, boolean file) {
    Future<HttpClientRequest> connected = client.request(target(outgoing));
    HttpClientRequest request =
        await(outgoing.call(), connected, () -> connected.onSuccess(HttpClientRequest::reset));
    sign(request, access, outgoing);
    if (file) {
      request.putHeader("X-Accept-Encoding", "zip");
    }
    // Registered before anything is sent, so that it runs on the event loop before the body does.
    Future<Answer> answer = request.response().map(head -> answer(head, file));
    request.exceptionHandler(failure -> {}); // the response tells it too; without this it is logged
    if (outgoing.jsonBody() == null) {
      request.end();
    } else {
      request.end(outgoing.jsonBody());
    }
    return file
        ? await(outgoing.call(), answer, request::reset, silence)
        : await(outgoing.call(), answer, request::reset);
  }

  private Answer answer(HttpClientResponse response, boolean file) {
    Context here = Vertx.currentContext();
    return new Answer(
        response.statusCode(),
        file ? new BodyStream(response, here, silence) : new BodyStream(response, here));
  }

  private RequestOptions target(Outgoing outgoing) {
    boolean tls = "https".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
    return new RequestOptions()
        .setMethod(outgoing.method())
        .setSsl(tls)
        .setHost(base.getHost())
        .setPort(port)
        .setURI(outgoing.pathAndQuery());
  }

  /** The connection stands, so the timestamp is as fresh as it can be: NAVER allows a minute. */
  private void sign(HttpClientRequest request, Access access, Outgoing outgoing) {
    long timestamp = clock.millis();
    String secret = access.credentials().secretKey();
    String method = outgoing.method().name();
    if (outgoing.jsonBody() != null) {
      request.putHeader("Content-Type", "application/json; charset=UTF-8");
    }
    if (!access.customerId().isEmpty()) {
      request.putHeader("X-Customer", access.customerId());
    }
    request
        .putHeader("X-Timestamp", Long.toString(timestamp))
        .putHeader("X-API-KEY", access.credentials().accessLicence())
        .putHeader("X-Signature", Signature.of(secret, timestamp, method, outgoing.path()));
  }

  private RuntimeException refusal(Access access, NaverCall call, int status, byte[] body) {
    if (status == TOO_MANY_REQUESTS) {
      return new CallRefusedException(
          "NAVER answered 429 to the call '%s'".formatted(call.label()));
    }
    ErrorBody error = ErrorBody.parse(json, body);
    return new NaverException(error.failure(call, status, access.customerId()));
  }

  private static <T> T await(NaverCall call, Future<T> future, Runnable abandon) {
    return await(call, future, abandon, UNLIMITED);
  }

  private static <T> T await(NaverCall call, Future<T> future, Runnable abandon, Duration longest) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon.run();
      throw new NaverException(new NaverFailure.TimedOut(call), e);
    } catch (ExecutionException e) {
      throw unavailable(call, "it could not be reached or closed the connection", e.getCause());
    } catch (InterruptedException e) {
      abandon.run();
      Thread.currentThread().interrupt();
      throw unavailable(call, "the call was interrupted", e);
    }
  }

  private static NaverException unavailable(NaverCall call, String what, Throwable cause) {
    return new NaverException(new NaverFailure.Unavailable(call, what), cause);
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
