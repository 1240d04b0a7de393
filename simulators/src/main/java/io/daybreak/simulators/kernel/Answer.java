package io.daybreak.simulators.kernel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;

/** What a simulator answers to a call. */
public sealed interface Answer {

  /** The same answer with one more header. */
  Answer with(String header, String value);

  /** An answer that is complete in memory. */
  record Whole(int status, Map<String, String> headers, Buffer body) implements Answer {

    @Override
    public Whole with(String header, String value) {
      return new Whole(status, added(headers, header, value), body);
    }
  }

  /**
   * An answer made part by part while it is sent, so that it never exists as a whole; of unknown
   * length unless a {@code Content-Length} is among its headers. Each part is made on the event
   * loop and should be small (tens of kilobytes).
   */
  record Streamed(int status, Map<String, String> headers, Iterator<Buffer> parts)
      implements Answer {

    @Override
    public Streamed with(String header, String value) {
      return new Streamed(status, added(headers, header, value), parts);
    }
  }

  /** An answer that takes long to work out; the work runs on a worker thread. */
  record Later(Callable<Answer> work) implements Answer {

    @Override
    public Later with(String header, String value) {
      return new Later(() -> work.call().with(header, value));
    }
  }

  static Whole json(int status, JsonObject body) {
    return json(status, body.encode());
  }

  static Whole json(int status, JsonArray body) {
    return json(status, body.encode());
  }

  /** A JSON answer whose text exists already. */
  static Whole json(int status, String body) {
    return text(status, "application/json;charset=UTF-8", body);
  }

  static Whole text(int status, String contentType, String body) {
    return new Whole(status, Map.of("Content-Type", contentType), Buffer.buffer(body));
  }

  static Whole noContent() {
    return new Whole(204, Map.of(), Buffer.buffer());
  }

  private static Map<String, String> added(
      Map<String, String> headers, String header, String value) {
    var all = new HashMap<>(headers);
    all.put(header, value);
    return Map.copyOf(all);
  }
}
