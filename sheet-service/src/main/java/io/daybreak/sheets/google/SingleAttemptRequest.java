package io.daybreak.sheets.google;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request of {@link SingleAttemptTransport}: sent once, waited for by the calling thread. */
class SingleAttemptRequest extends LowLevelHttpRequest {

  private final HttpClient client;
  private final Context context;
  private final RequestOptions options;

  /** Completed when a connection stands and the request is about to leave on it. */
  private final CompletableFuture<HttpClientRequest> leaving = new CompletableFuture<>();

  private final long longestMillis;
  private long readTimeoutMillis;

  /**
   * @param longest the longest wait for an answer, whatever timeout is set
   */
  SingleAttemptRequest(
      HttpClient client, Context context, RequestOptions options, Duration longest) {
    this.client = client;
    this.context = context;
    this.options = options;
    this.longestMillis = longest.toMillis();
    this.readTimeoutMillis = longestMillis;
  }

  @Override
  public void addHeader(String name, String value) {
    options.addHeader(name, value);
  }

  @Override
  public void setTimeout(int connectMillis, int readMillis) {
    options.setConnectTimeout(connectMillis);
    readTimeoutMillis = Math.min(readMillis, longestMillis);
  }

  /**
   * @throws NotSentException if no connection could be had
   * @throws SocketTimeoutException if the answer is not complete within the read timeout
   * @throws IOException if the connection broke before the answer was complete
   */
  @Override
  public LowLevelHttpResponse execute() throws IOException {
    Buffer body = body();
    CompletableFuture<LowLevelHttpResponse> answer = new CompletableFuture<>();
    // Always on the transport's own context: the caller may block the one it runs on.
    context.runOnContext(ignored -> exchange(body, answer));
    try {
      leaving.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw new NotSentException(e.getCause());
    }
    return await(answer);
  }

  private void exchange(Buffer body, CompletableFuture<LowLevelHttpResponse> answer) {
    client
        .request(options)
        .onFailure(leaving::completeExceptionally)
        .compose(
            request -> {
              leaving.complete(request);
              return request.send(body);
            })
        .compose(response -> response.body().map(bytes -> new BufferedResponse(response, bytes)))
        .onSuccess(answer::complete)
        .onFailure(answer::completeExceptionally);
  }

  private Buffer body() throws IOException {
    if (getStreamingContent() == null) {
      return Buffer.buffer();
    }
    if (getContentType() != null) {
      addHeader("Content-Type", getContentType());
    }
    if (getContentEncoding() != null) {
      addHeader("Content-Encoding", getContentEncoding());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    getStreamingContent().writeTo(bytes);
    return Buffer.buffer(bytes.toByteArray());
  }

  private LowLevelHttpResponse await(CompletableFuture<LowLevelHttpResponse> answer)
      throws IOException {
    try {
      return answer.get(readTimeoutMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      giveUp();
      throw new SocketTimeoutException("no complete answer in time");
    } catch (InterruptedException e) {
      giveUp();
      throw interrupted();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while waiting for the answer");
  }

  private void giveUp() {
    leaving.thenAccept(HttpClientRequest::reset);
  }
}
