package io.daybreak.imports.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body for a thread that blocks, while Vert.x receives it on its event loop. Only a
 * few pieces are under way at a time: a slow reader slows the sender down instead of filling the
 * memory.
 */
public final class BodyStream extends InputStream {

  /** Pieces asked for ahead; one is at most some 64 KiB. */
  private static final int AHEAD = 4;

  private static final Duration NO_LIMIT = Duration.ofDays(1);

  /** A piece, the end (neither), or what broke off the body. */
  private record Arrival(@Nullable Buffer piece, @Nullable Throwable failure) {}

  private final HttpClientResponse response;
  private final Context eventLoop;
  private final Duration silence;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private Buffer piece = Buffer.buffer();
  private int position;
  private boolean ended;

  /**
   * Has to be called on the event loop that received the response's head, before anything of its
   * body is handled.
   */
  public BodyStream(HttpClientResponse response, Context eventLoop) {
    this(response, eventLoop, NO_LIMIT);
  }

  /**
   * The same with a limit on silence.
   *
   * @param silence how long nothing may arrive while a reader waits; then reading throws {@link
   *     SilenceException}
   */
  public BodyStream(HttpClientResponse response, Context eventLoop, Duration silence) {
    this.response = response;
    this.eventLoop = eventLoop;
    this.silence = silence;
    response.pause();
    response.exceptionHandler(failure -> arrivals.add(new Arrival(null, failure)));
    response.endHandler(end -> arrivals.add(new Arrival(null, null)));
    response.handler(arrived -> arrivals.add(new Arrival(arrived, null)));
    response.fetch(AHEAD);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == piece.length()) {
      if (ended) {
        return -1;
      }
      next();
    }
    int count = Math.min(length, piece.length() - position);
    piece.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  /** What was not read is not waited for: the connection is closed. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      response.request().reset();
    }
  }

  private void next() throws IOException {
    Arrival arrival = take();
    if (arrival.failure() != null) {
      ended = true;
      throw new IOException("The body broke off", arrival.failure());
    }
    position = 0;
    if (arrival.piece() == null) {
      ended = true;
      piece = Buffer.buffer();
    } else {
      piece = arrival.piece();
      eventLoop.runOnContext(more -> response.fetch(1));
    }
  }

  private Arrival take() throws IOException {
    try {
      Arrival arrival = arrivals.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
      if (arrival == null) {
        throw new SilenceException(silence);
      }
      return arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while a body arrived");
    }
  }
}
