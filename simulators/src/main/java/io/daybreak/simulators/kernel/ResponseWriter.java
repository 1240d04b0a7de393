package io.daybreak.simulators.kernel;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one answer, part by part as the caller takes it, shaped by the faults that concern the
 * body (slow, truncated).
 */
final class ResponseWriter {

  /** Told once, when the answer is out or cannot be sent any more. */
  interface End {
    void reached(JournalEntry.Outcome outcome, int status, long bytes);
  }

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final @Nullable Fault fault;
  private final End end;
  private long written;
  private boolean over;

  ResponseWriter(Vertx vertx, HttpServerResponse response, @Nullable Fault fault, End end) {
    this.vertx = vertx;
    this.response = response;
    this.fault = fault;
    this.end = end;
  }

  void send(Answer answer) {
    if (response.closed()) {
      over(JournalEntry.Outcome.ABORTED);
      return;
    }
    response.closeHandler(closed -> over(JournalEntry.Outcome.ABORTED));
    response.exceptionHandler(broken -> over(JournalEntry.Outcome.ABORTED));
    if (answer instanceof Answer.Whole whole) {
      response.setStatusCode(whole.status());
      whole.headers().forEach(response::putHeader);
      if (whole.status() != 204) {
        response.putHeader("Content-Length", String.valueOf(whole.body().length()));
      }
      write(pieces(whole.body()));
    } else if (answer instanceof Answer.Streamed streamed) {
      response.setStatusCode(streamed.status());
      streamed.headers().forEach(response::putHeader);
      response.setChunked(!streamed.headers().containsKey("Content-Length"));
      write(streamed.parts());
    } else {
      throw new IllegalStateException("not ready to be sent: " + answer);
    }
  }

  private Iterator<Buffer> pieces(Buffer body) {
    return body.length() == 0 ? List.<Buffer>of().iterator() : List.of(body).iterator();
  }

  private void write(Iterator<Buffer> parts) {
    if (over) {
      return;
    }
    if (!parts.hasNext()) {
      finish();
      return;
    }
    Buffer part = parts.next();
    if (fault instanceof Fault.TruncatedBody cut && written + part.length() >= cut.bytes()) {
      truncate(part.slice(0, (int) (cut.bytes() - written)));
    } else if (fault instanceof Fault.StalledBody stall
        && written + part.length() >= stall.bytes()) {
      put(part.slice(0, (int) (stall.bytes() - written)));
    } else if (fault instanceof Fault.SlowBody slow) {
      drip(part, 0, slow, parts);
    } else {
      put(part);
      goOn(parts);
    }
  }

  /** Never in one go: other calls must be stamped and answered between two parts. */
  private void goOn(Iterator<Buffer> parts) {
    if (response.writeQueueFull()) {
      response.drainHandler(
          drained -> {
            response.drainHandler(null);
            write(parts);
          });
    } else {
      vertx.runOnContext(turn -> write(parts));
    }
  }

  private void drip(Buffer part, int from, Fault.SlowBody slow, Iterator<Buffer> rest) {
    if (over) {
      return;
    }
    int to = Math.min(part.length(), from + slow.bytes());
    put(part.slice(from, to));
    vertx.setTimer(
        Math.max(1, slow.pause().toMillis()),
        timer -> {
          if (to < part.length()) {
            drip(part, to, slow, rest);
          } else {
            write(rest);
          }
        });
  }

  private void truncate(Buffer last) {
    put(last);
    response.closeHandler(null);
    over(JournalEntry.Outcome.TRUNCATED);
    // an empty write comes back after everything before it was flushed
    response.write(Buffer.buffer()).onComplete(flushed -> response.reset());
  }

  private void put(Buffer bytes) {
    if (bytes.length() > 0) {
      written += bytes.length();
      response.write(bytes);
    }
  }

  private void finish() {
    boolean close = "close".equalsIgnoreCase(response.headers().get("Connection"));
    response
        .end()
        .onComplete(
            done -> {
              over(done.succeeded() ? JournalEntry.Outcome.ANSWERED : JournalEntry.Outcome.ABORTED);
              if (close) {
                response.reset();
              }
            });
  }

  private void over(JournalEntry.Outcome outcome) {
    if (!over) {
      over = true;
      end.reached(outcome, response.getStatusCode(), written);
    }
  }
}
